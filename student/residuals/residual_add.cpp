// The skip. What is asked: grader show residuals/residual_add
//
//   x: float[T, D]
//   fx: float[T, D]
//   returns float[T, D]
#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(const Eigen::MatrixXd& x, const Eigen::MatrixXd& fx) {
  grader::todo();  // your solution goes here
}
