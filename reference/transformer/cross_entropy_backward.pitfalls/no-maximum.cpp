// Exponentials of any size.
#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets) {
  Eigen::MatrixXd gradient = logits.unaryExpr([](double z) { return std::exp(z); });
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    gradient.row(t) /= gradient.row(t).sum();
    gradient(t, targets(t)) -= 1;
  }
  return gradient / static_cast<double>(logits.rows());
}
