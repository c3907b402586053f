// verdict: wrong_answer
// fails: worked-example
// Overwrites the input with its norm.
#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(Eigen::MatrixXd x, Eigen::MatrixXd w, Eigen::VectorXd gamma, Eigen::VectorXd beta,
                         double eps) {
  x = layer_norm(x, gamma, beta, eps);
  return x + x * w;
}
