// Divides by the bare root mean square.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double /*eps*/) {
  const Eigen::ArrayXd rms = x.array().square().rowwise().mean().sqrt();
  return x.array().colwise() / rms;
}
