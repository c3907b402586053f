// Divides the squares by B - 1.
#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::RowVectorXd mean = x.colwise().mean();
  const Eigen::ArrayXXd centered = (x.rowwise() - mean).array();
  const Eigen::RowVectorXd variance = centered.square().colwise().sum() / static_cast<double>(x.rows() - 1);
  const Eigen::RowVectorXd scale = (variance.array() + eps).sqrt();
  return centered.rowwise() / scale.array();
}
