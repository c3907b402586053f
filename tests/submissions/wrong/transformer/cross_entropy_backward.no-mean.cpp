// verdict: wrong_answer
// fails: worked-example
// Forgets that the loss is a mean.
#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets) {
  const Eigen::VectorXd largest = logits.rowwise().maxCoeff();
  Eigen::MatrixXd p = (logits.colwise() - largest).array().exp();
  for (Eigen::Index t = 0; t < p.rows(); ++t) {
    p.row(t) /= p.row(t).sum();
    p(t, targets(t)) -= 1.0;
  }
  return p;
}
