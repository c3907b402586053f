#include "layer_norm/layer_norm_backward.hpp"

// Row by row with the full Jacobian of the normalization: d xhat_k / d x_j = (δ_kj − 1/D − xhat_k·xhat_j/D) /
// s.
LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                                            double eps, Eigen::MatrixXd dy) {
  const Eigen::Index rows = x.rows();
  const Eigen::Index size = x.cols();
  const double count = static_cast<double>(size);
  LayerNormBackwardResult result{Eigen::MatrixXd(rows, size), Eigen::VectorXd::Zero(size),
                                 Eigen::VectorXd::Zero(size)};
  for (Eigen::Index i = 0; i < rows; ++i) {
    Eigen::VectorXd xhat = x.row(i).transpose();
    xhat.array() -= xhat.mean();
    const double s = std::sqrt(xhat.squaredNorm() / count + eps);
    xhat /= s;
    const Eigen::MatrixXd jacobian =
        (Eigen::MatrixXd::Identity(size, size) - Eigen::MatrixXd::Constant(size, size, 1 / count) -
         xhat * xhat.transpose() / count) /
        s;
    const Eigen::VectorXd upstream = dy.row(i).transpose();
    result.dx.row(i) = jacobian.transpose() * gamma.asDiagonal() * upstream;
    result.dgamma += upstream.cwiseProduct(xhat);
    result.dbeta += upstream;
  }
  return result;
}
