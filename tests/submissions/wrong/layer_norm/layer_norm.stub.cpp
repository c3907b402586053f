// verdict: not_implemented
// fails: worked-example
// As a student gets it.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps) {
  grader::todo();  // your solution goes here
}
