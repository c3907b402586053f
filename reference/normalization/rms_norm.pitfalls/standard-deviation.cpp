// Divides by the spread around the mean.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXd variance = (x.colwise() - mean).array().square().rowwise().mean();
  return x.array().colwise() / (variance + eps).sqrt();
}
