// Divides the squares by D - 1.
#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().sum() / static_cast<double>(x.cols() - 1);
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  return centered.colwise() / scale;
}
