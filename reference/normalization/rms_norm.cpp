// Zhang and Sennrich, "Root Mean Square Layer Normalization", 2019, equation 4 without gain; eps as in
// their implementation, under the root.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::ArrayXd mean_square = x.array().square().rowwise().mean();
  const Eigen::ArrayXd rms = (mean_square + eps).sqrt();
  return x.array().colwise() / rms;
}
