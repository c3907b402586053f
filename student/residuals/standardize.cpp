// Wild numbers, tamed. What is asked: grader show residuals/standardize
//
//   x: float[N]
//   returns float[N]
#include "residuals/standardize.hpp"

Eigen::VectorXd standardize(const Eigen::VectorXd& x) {
  grader::todo();  // your solution goes here
}
