// verdict: wrong_answer
// fails: worked-example
// Multiplies by p (1 − p), the diagonal of the softmax's own derivative.
#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets) {
  Eigen::MatrixXd gradient(logits.rows(), logits.cols());
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    Eigen::ArrayXd p = (logits.row(t).array() - logits.row(t).maxCoeff()).exp();
    p /= p.sum();
    Eigen::ArrayXd difference = p;
    difference(targets(t)) -= 1;
    gradient.row(t) = difference * p * (1 - p) / static_cast<double>(logits.rows());
  }
  return gradient;
}
