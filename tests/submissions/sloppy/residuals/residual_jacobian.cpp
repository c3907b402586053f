#include "residuals/residual_jacobian.hpp"

Eigen::MatrixXd residual_jacobian(const Eigen::VectorXd& x, Eigen::MatrixXd w) {
  const Eigen::VectorXd y = (w * x).array().tanh();
  for (Eigen::Index i = 0; i < w.rows(); ++i) {
    w.row(i) *= 1 - y[i] * y[i];
    w(i, i) = 1;
  }
  return w;
}
