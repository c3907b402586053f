// A softmax for each key.
#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  const double scale = 1 / std::sqrt(static_cast<double>(q.cols()));
  Eigen::MatrixXd p = scale * q * k.transpose();
  p = (p.rowwise() - p.colwise().maxCoeff()).array().exp();
  if (mask) p = mask->select(p, 0.0);
  for (Eigen::Index j = 0; j < p.cols(); ++j) p.col(j) /= std::max(p.col(j).sum(), 1e-300);
  const Eigen::MatrixXd dp = dy * v.transpose();
  Eigen::MatrixXd ds(p.rows(), p.cols());
  for (Eigen::Index j = 0; j < p.cols(); ++j)
    ds.col(j) = p.col(j).array() * (dp.col(j).array() - p.col(j).dot(dp.col(j)));
  return {scale * ds * k, scale * ds.transpose() * q, p.transpose() * dy};
}
