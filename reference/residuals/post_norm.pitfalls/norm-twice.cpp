// In front and behind.
#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  return layer_norm(x + layer_norm(x, gamma, beta, eps) * w, gamma, beta, eps);
}
