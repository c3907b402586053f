// Subtracts the mean, which makes it LayerNorm.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().mean();
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  return centered.colwise() / scale;
}
