// A bug that broadcasting hides. What is asked: grader show normalization/broadcast_last
//
//   x: float[B, T, D]
//   gamma: float[K]
//   returns BroadcastLastResult with
//     fits: bool
//     y: float[B, T, D]
#include "normalization/broadcast_last.hpp"

BroadcastLastResult broadcast_last(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                   const Eigen::VectorXd& gamma) {
  grader::todo();  // your solution goes here
}
