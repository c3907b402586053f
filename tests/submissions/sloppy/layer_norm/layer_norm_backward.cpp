#include "layer_norm/layer_norm_backward.hpp"

LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma, double eps,
                                            const Eigen::MatrixXd& dy) {
  LayerNormBackwardResult r;
  r.dx = dy;
  r.dgamma = Eigen::VectorXd::Zero(x.cols());
  r.dbeta = dy.colwise().sum();
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    const Eigen::ArrayXd c = x.row(i).transpose().array() - x.row(i).mean();
    const double s = std::sqrt(c.square().mean() + eps);
    const Eigen::ArrayXd xhat = c / s;
    r.dx.row(i) = (dy.row(i).transpose().cwiseProduct(gamma) / s).transpose();
    r.dx.row(i).array() -= r.dx.row(i).mean();
    // in place: the row is centred by now, and the scale is in it
    r.dx.row(i) -= ((r.dx.row(i).transpose().array() * xhat).sum() * xhat).matrix().transpose();
    r.dgamma += (dy.row(i).transpose().array() * xhat).matrix();
  }
  return r;
}
