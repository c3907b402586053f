// verdict: wrong_answer
// fails: scaled
// Has the scale in the scores, but not in the gradients.
#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  Eigen::ArrayXXd p = (q * k.transpose() / std::sqrt(static_cast<double>(q.cols()))).array();
  if (mask) p = mask->select(p, -1e300);
  const Eigen::ArrayXd largest = p.rowwise().maxCoeff();
  p = (p.colwise() - largest).exp();
  const Eigen::ArrayXd sums = p.rowwise().sum();
  p.colwise() /= sums;
  const Eigen::ArrayXXd dp = (dy * v.transpose()).array();
  const Eigen::ArrayXd average = (p * dp).rowwise().sum();
  const Eigen::MatrixXd ds = p * (dp.colwise() - average);
  return {ds * k, ds.transpose() * q, p.matrix().transpose() * dy};
}
