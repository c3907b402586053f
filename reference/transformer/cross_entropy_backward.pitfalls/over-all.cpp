// The mean over all logits.
#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets) {
  Eigen::MatrixXd gradient = logits;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd powers = (logits.row(t).array() - logits.row(t).maxCoeff()).exp();
    gradient.row(t) = powers / powers.sum();
    gradient(t, targets(t)) -= 1;
  }
  return gradient / static_cast<double>(logits.size());
}
