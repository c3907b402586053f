// Divides by the length of the centred row.
#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::MatrixXd centered = x.colwise() - mean;
  const Eigen::ArrayXd length = (centered.rowwise().squaredNorm().array() + eps).sqrt();
  return centered.array().colwise() / length;
}
