#include "layer_norm/layer_norm_backward.hpp"

LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma, double eps,
                                            const Eigen::MatrixXd& dy) {
  Eigen::MatrixXf dx(x.rows(), x.cols());
  Eigen::VectorXf dgamma = Eigen::VectorXf::Zero(x.cols());
  Eigen::VectorXf dbeta = Eigen::VectorXf::Zero(x.cols());
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    const Eigen::ArrayXf row = x.row(i).transpose().cast<float>();
    const Eigen::ArrayXf upstream = dy.row(i).transpose().cast<float>();
    const Eigen::ArrayXf centred = row - row.mean();
    const float s = std::sqrt(centred.square().mean() + float(eps));
    const Eigen::ArrayXf xhat = centred / s;
    const Eigen::ArrayXf d = upstream * gamma.cast<float>().array();
    dx.row(i) = ((d - d.mean() - xhat * (d * xhat).mean()) / s).matrix().transpose();
    dgamma.array() += upstream * xhat;
    dbeta.array() += upstream;
  }
  return {dx.cast<double>(), dgamma.cast<double>(), dbeta.cast<double>()};
}
