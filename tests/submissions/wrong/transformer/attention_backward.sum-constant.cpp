// verdict: wrong_answer
// fails: worked-example
// Takes the sum under the softmax for a constant.
#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  const double root = std::sqrt(static_cast<double>(q.cols()));
  Eigen::ArrayXXd p = (q * k.transpose() / root).array();
  if (mask) p = mask->select(p, -1e300);
  const Eigen::ArrayXd largest = p.rowwise().maxCoeff();
  p = (p.colwise() - largest).exp();
  const Eigen::ArrayXd sums = p.rowwise().sum();
  p.colwise() /= sums;
  const Eigen::MatrixXd ds = p * (dy * v.transpose()).array() / root;
  return {ds * k, ds.transpose() * q, p.matrix().transpose() * dy};
}
