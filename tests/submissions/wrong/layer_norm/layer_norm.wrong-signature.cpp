// verdict: compile_error
// fails: worked-example
// Takes x and eps only.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().mean();
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  const Eigen::ArrayXXd normalized = centered.colwise() / scale;
  return normalized;
}
