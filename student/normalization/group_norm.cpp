// GroupNorm. What is asked: grader show normalization/group_norm
//
//   x: float[B, C]
//   groups: int
//   eps: float
//   returns float[B, C]
#include "normalization/group_norm.hpp"

Eigen::MatrixXd group_norm(const Eigen::MatrixXd& x, std::int64_t groups, double eps) {
  grader::todo();  // your solution goes here
}
