// Vaswani et al., "Attention Is All You Need", 2017, section 3.1: LayerNorm(x + Sublayer(x)).
#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  return layer_norm(x + x * w, gamma, beta, eps);
}
