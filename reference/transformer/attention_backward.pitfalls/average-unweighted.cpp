// The mean in place of the average under p.
#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  const double scale = 1 / std::sqrt(static_cast<double>(q.cols()));
  Eigen::MatrixXd p = scale * q * k.transpose();
  if (mask) p = mask->select(p, -std::numeric_limits<double>::infinity());
  for (Eigen::Index i = 0; i < p.rows(); ++i) {
    p.row(i) = (p.row(i).array() - p.row(i).maxCoeff()).exp();
    p.row(i) /= p.row(i).sum();
  }
  const Eigen::MatrixXd dp = dy * v.transpose();
  Eigen::MatrixXd ds(p.rows(), p.cols());
  for (Eigen::Index i = 0; i < p.rows(); ++i)
    ds.row(i) = p.row(i).array() * (dp.row(i).array() - dp.row(i).mean());
  return {scale * ds * k, scale * ds.transpose() * q, p.transpose() * dy};
}
