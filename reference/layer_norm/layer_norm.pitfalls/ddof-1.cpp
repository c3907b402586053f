// Divides the squares by D - 1.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().sum() / static_cast<double>(x.cols() - 1);
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  const Eigen::ArrayXXd normalized = centered.colwise() / scale;
  const Eigen::ArrayXXd scaled = normalized.rowwise() * gamma.transpose().array();
  return scaled.rowwise() + beta.transpose().array();
}
