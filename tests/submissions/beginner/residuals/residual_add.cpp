#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(const Eigen::MatrixXd& x, const Eigen::MatrixXd& fx) {
  // x already went through f, so fx has it
  return fx;
}
