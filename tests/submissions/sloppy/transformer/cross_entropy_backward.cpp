#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(Eigen::MatrixXd logits, const Eigen::VectorX<std::int64_t>& targets) {
  for (int t = 0; t < logits.rows(); ++t) {
    logits.row(t) = (logits.row(t).array() - logits.row(t).maxCoeff()).exp();
    logits.row(t) /= logits.row(t).sum();
    logits(t, targets[t]) -= 1;
  }
  return logits;
}
