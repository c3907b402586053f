// As if tanh were not there.
#include "residuals/residual_jacobian.hpp"

Eigen::MatrixXd residual_jacobian(const Eigen::VectorXd& x, const Eigen::MatrixXd& w) {
  return w + Eigen::MatrixXd::Identity(x.size(), x.size());
}
