// A layer as it is born. What is asked: grader show layer_norm/my_layer_norm
//
//   seed: float
//   x: float[D]
//   eps: float
//   returns float[D]
#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double seed, const Eigen::VectorXd& x, double eps) {
  grader::todo();  // your solution goes here
}
