// Normalizes what the sub-layer made.
#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                         const Eigen::VectorXd& beta, double eps) {
  return x + layer_norm(x * w, gamma, beta, eps);
}
