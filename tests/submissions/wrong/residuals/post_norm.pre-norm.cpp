// verdict: wrong_answer
// fails: worked-example
// As GPT-2 does it.
#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(Eigen::MatrixXd x, Eigen::MatrixXd w, Eigen::VectorXd gamma, Eigen::VectorXd beta,
                          double eps) {
  Eigen::MatrixXd branch = layer_norm(x, gamma, beta, eps);
  branch *= w;
  return branch + x;
}
