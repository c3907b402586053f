// Statistics of each example, over its features.
#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().mean();
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  return centered.colwise() / scale;
}
