// Statistics of each feature, over the rows.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps) {
  const Eigen::RowVectorXd mean = x.colwise().mean();
  const Eigen::ArrayXXd centered = (x.rowwise() - mean).array();
  const Eigen::RowVectorXd variance = centered.square().colwise().mean();
  const Eigen::RowVectorXd factor = gamma.transpose().array() / (variance.array() + eps).sqrt();
  return (centered.rowwise() * factor.array()).rowwise() + beta.transpose().array();
}
