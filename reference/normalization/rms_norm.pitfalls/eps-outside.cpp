// Adds eps to the root.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::ArrayXd mean_square = x.array().square().rowwise().mean();
  const Eigen::ArrayXd rms = mean_square.sqrt() + eps;
  return x.array().colwise() / rms;
}
