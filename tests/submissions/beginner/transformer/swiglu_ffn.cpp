// SwiGLU. What is asked: grader show transformer/swiglu_ffn
//
//   x: float[T, D]
//   w_gate: float[D, F]
//   w_up: float[D, F]
//   w_down: float[F, D]
//   returns float[T, D]
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  grader::todo();  // your solution goes here
}
