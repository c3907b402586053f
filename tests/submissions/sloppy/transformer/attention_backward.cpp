#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  const double scale = std::sqrt(double(q.cols()));
  Eigen::MatrixXd p = q * k.transpose() / scale;
  for (int i = 0; i < p.rows(); ++i) {
    if (mask)
      for (int j = 0; j < p.cols(); ++j)
        if (!(*mask)(i, j)) p(i, j) = -1e300;
    p.row(i) = (p.row(i).array() - p.row(i).maxCoeff()).exp();
    p.row(i) /= p.row(i).sum();
  }
  Eigen::MatrixXd ds = dy * v.transpose();
  for (int i = 0; i < p.rows(); ++i)
    ds.row(i) = p.row(i).array() * (ds.row(i).array() - p.row(i).dot(ds.row(i)));
  return {ds * k, ds.transpose() * q, p.transpose() * dy};
}
