// RMSNorm. What is asked: grader show normalization/rms_norm
//
//   x: float[B, D]
//   eps: float
//   returns float[B, D]
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  grader::todo();  // your solution goes here
}
