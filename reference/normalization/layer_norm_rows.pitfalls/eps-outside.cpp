// Adds eps to the standard deviations.
#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().mean();
  const Eigen::ArrayXd scale = variance.sqrt() + eps;
  return centered.colwise() / scale;
}
