// The gradient of a layer whose statistics run down the columns.
#include "layer_norm/layer_norm_backward.hpp"

LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                                            double eps, const Eigen::MatrixXd& dy) {
  Eigen::MatrixXd dx(x.rows(), x.cols());
  Eigen::VectorXd dgamma(x.cols());
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const Eigen::ArrayXd centered = x.col(j).array() - x.col(j).mean();
    const double s = std::sqrt(centered.square().mean() + eps);
    const Eigen::ArrayXd xhat = centered / s;
    const Eigen::ArrayXd h = dy.col(j).array() * gamma(j);
    dx.col(j) = (h - h.mean() - xhat * (h * xhat).mean()) / s;
    dgamma(j) = (dy.col(j).array() * xhat).sum();
  }
  return {dx, dgamma, dy.colwise().sum().transpose()};
}
