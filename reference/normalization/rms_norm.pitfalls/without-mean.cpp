// The sum of squares instead of their mean.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::ArrayXd scale = (x.rowwise().squaredNorm().array() + eps).sqrt();
  return x.array().colwise() / scale;
}
