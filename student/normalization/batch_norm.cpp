// BatchNorm. What is asked: grader show normalization/batch_norm
//
//   x: float[B, D]
//   eps: float
//   returns float[B, D]
#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  grader::todo();  // your solution goes here
}
