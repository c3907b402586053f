// GELU, backwards. What is asked: grader show transformer/gelu_backward
//
//   x: float[N]
//   dy: float[N]
//   returns float[N]
#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  grader::todo();  // your solution goes here
}
