// Statistics of each feature, over the examples.
#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  const Eigen::RowVectorXd mean = x.colwise().mean();
  const Eigen::ArrayXXd centered = (x.rowwise() - mean).array();
  const Eigen::RowVectorXd variance = centered.square().colwise().mean();
  const Eigen::RowVectorXd scale = (variance.array() + eps).sqrt();
  return centered.rowwise() / scale.array();
}
