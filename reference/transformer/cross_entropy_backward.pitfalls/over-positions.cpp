// A softmax for each token.
#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets) {
  Eigen::MatrixXd gradient = (logits.rowwise() - logits.colwise().maxCoeff()).array().exp();
  for (Eigen::Index v = 0; v < logits.cols(); ++v) gradient.col(v) /= gradient.col(v).sum();
  for (Eigen::Index t = 0; t < logits.rows(); ++t) gradient(t, targets(t)) -= 1;
  return gradient / static_cast<double>(logits.rows());
}
