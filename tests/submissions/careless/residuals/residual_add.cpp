#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(const Eigen::MatrixXd& x, const Eigen::MatrixXd& fx) {
  return (x.cast<float>() + fx.cast<float>()).cast<double>();
}
