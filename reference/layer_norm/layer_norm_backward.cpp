// The layer of Ba, Kiros and Hinton, "Layer Normalization", 2016, differentiated by the chain rule through
// its mean and variance; the same steps as for BatchNorm in Ioffe and Szegedy, 2015, section 3.
#include "layer_norm/layer_norm_backward.hpp"

LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                                            double eps, const Eigen::MatrixXd& dy) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().mean();
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  const Eigen::ArrayXXd normalized = centered.colwise() / scale;

  const Eigen::ArrayXXd upstream = dy.array().rowwise() * gamma.transpose().array();
  const Eigen::ArrayXd through_mean = upstream.rowwise().mean();
  const Eigen::ArrayXd through_variance = (upstream * normalized).rowwise().mean();
  const Eigen::ArrayXXd along_normalized = normalized.colwise() * through_variance;
  const Eigen::ArrayXXd dx = ((upstream.colwise() - through_mean) - along_normalized).colwise() / scale;

  const Eigen::ArrayXXd weighted = dy.array() * normalized;
  return {dx, weighted.colwise().sum().transpose(), dy.colwise().sum().transpose()};
}
