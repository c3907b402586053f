// WeightNorm. What is asked: grader show normalization/weight_norm
//
//   v: float[N]
//   g: float
//   returns float[N]
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) {
  grader::todo();  // your solution goes here
}
