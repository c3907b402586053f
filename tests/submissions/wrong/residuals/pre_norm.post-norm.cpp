// verdict: wrong_answer
// fails: worked-example
// As in the first transformer.
#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(Eigen::MatrixXd x, Eigen::MatrixXd w, Eigen::VectorXd gamma, Eigen::VectorXd beta,
                         double eps) {
  w.diagonal().array() += 1;  // the skip
  return layer_norm(x * w, gamma, beta, eps);
}
