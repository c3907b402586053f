// Adds beta first.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().mean();
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  const Eigen::ArrayXXd normalized = centered.colwise() / scale;
  const Eigen::ArrayXXd shifted = normalized.rowwise() + beta.transpose().array();
  return shifted.rowwise() * gamma.transpose().array();
}
