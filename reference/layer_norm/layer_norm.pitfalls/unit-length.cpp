// Divides by the lengths of the centred rows.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd squares = centered.square().rowwise().sum();
  const Eigen::ArrayXd scale = (squares + eps).sqrt();
  const Eigen::ArrayXXd normalized = centered.colwise() / scale;
  const Eigen::ArrayXXd scaled = normalized.rowwise() * gamma.transpose().array();
  return scaled.rowwise() + beta.transpose().array();
}
