// A 1 everywhere.
#include "residuals/residual_jacobian.hpp"

Eigen::MatrixXd residual_jacobian(const Eigen::VectorXd& x, const Eigen::MatrixXd& w) {
  const Eigen::ArrayXd tanh = (w * x).array().tanh();
  const Eigen::VectorXd slope = 1 - tanh.square();
  const Eigen::MatrixXd scaled = slope.asDiagonal() * w;
  return scaled + Eigen::MatrixXd::Ones(x.size(), x.size());
}
