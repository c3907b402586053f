// The other side of the matrix.
#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                         const Eigen::VectorXd& beta, double eps) {
  return x + layer_norm(x, gamma, beta, eps) * w.transpose();
}
