// The chain rule on y = x + F(x), as in He et al., "Identity Mappings in Deep Residual Networks", 2016,
// section 2.
#include "residuals/residual_jacobian.hpp"

Eigen::MatrixXd residual_jacobian(const Eigen::VectorXd& x, const Eigen::MatrixXd& w) {
  const Eigen::ArrayXd z = (w * x).array();
  const Eigen::VectorXd slope = 1 - z.tanh().square();
  Eigen::MatrixXd jacobian = slope.asDiagonal() * w;
  jacobian.diagonal().array() += 1;
  return jacobian;
}
