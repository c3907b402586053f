// One root mean square for each feature.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::RowVectorXd mean_square = x.array().square().colwise().mean();
  const Eigen::RowVectorXd rms = (mean_square.array() + eps).sqrt();
  return x.array().rowwise() / rms.array();
}
