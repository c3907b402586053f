// Takes dy for the gradient of the normalized row.
#include "layer_norm/layer_norm_backward.hpp"

LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                                            double eps, const Eigen::MatrixXd& dy) {
  Eigen::MatrixXd dx(x.rows(), x.cols());
  Eigen::VectorXd dgamma = Eigen::VectorXd::Zero(x.cols());
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    const Eigen::ArrayXd centered = x.row(i).array() - x.row(i).mean();
    const double s = std::sqrt(centered.square().mean() + eps);
    const Eigen::ArrayXd xhat = centered / s;
    const Eigen::ArrayXd h = dy.row(i).transpose().array();
    dx.row(i) = ((h - h.mean() - xhat * (h * xhat).mean()) / s).transpose();
    dgamma.array() += dy.row(i).transpose().array() * xhat;
  }
  return {dx, dgamma, dy.colwise().sum().transpose()};
}
