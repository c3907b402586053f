// Normalize a vector. What is asked: grader show normalization/normalize_vector
//
//   x: float[N]
//   eps: float
//   returns NormalizeVectorResult with
//     mean: float
//     variance: float
//     normalized: float[N]
#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  grader::todo();  // your solution goes here
}
