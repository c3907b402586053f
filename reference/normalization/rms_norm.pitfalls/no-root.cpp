// Divides by the mean square.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::ArrayXd mean_square = x.array().square().rowwise().mean();
  return x.array().colwise() / (mean_square + eps);
}
