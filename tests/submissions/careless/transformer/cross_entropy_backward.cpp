#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  Eigen::MatrixXd p = logits.array().exp();
  for (Eigen::Index t = 0; t < p.rows(); ++t) {
    p.row(t) /= p.row(t).sum();
    p(t, targets[t]) -= 1;
  }
  return p / double(p.rows());
}
