// GELU. What is asked: grader show transformer/gelu
//
//   x: float[N]
//   returns float[N]
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  grader::todo();  // your solution goes here
}
