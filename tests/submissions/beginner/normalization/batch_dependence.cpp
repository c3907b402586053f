// The company of a sample. What is asked: grader show normalization/batch_dependence
//
//   sample: float[D]
//   others_a: float[N, D]
//   others_b: float[M, D]
//   eps: float
//   returns BatchDependenceResult with
//     in_a: float[D]
//     in_b: float[D]
//     distance: float
#include "normalization/batch_dependence.hpp"

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample,
                                       const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  grader::todo();  // your solution goes here
}
