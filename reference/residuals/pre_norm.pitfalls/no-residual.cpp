// Without the skip.
#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                         const Eigen::VectorXd& beta, double eps) {
  return layer_norm(x, gamma, beta, eps) * w;
}
