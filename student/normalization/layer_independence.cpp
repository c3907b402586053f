// LayerNorm keeps to itself. What is asked: grader show normalization/layer_independence
//
//   sample: float[D]
//   others_a: float[N, D]
//   others_b: float[M, D]
//   eps: float
//   returns LayerIndependenceResult with
//     in_a: float[D]
//     in_b: float[D]
//     distance: float
#include "normalization/layer_independence.hpp"

LayerIndependenceResult layer_independence(const Eigen::VectorXd& sample,
                                           const Eigen::MatrixXd& others_a,
                                           const Eigen::MatrixXd& others_b, double eps) {
  grader::todo();  // your solution goes here
}
