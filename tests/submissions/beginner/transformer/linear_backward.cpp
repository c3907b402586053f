// A linear layer, backwards. What is asked: grader show transformer/linear_backward
//
//   x: float[T, I]
//   w: float[I, O]
//   dy: float[T, O]
//   returns LinearBackwardResult with
//     dx: float[T, I]
//     dw: float[I, O]
//     db: float[O]
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  grader::todo();  // your solution goes here
}
