// LayerNorm, backwards. What is asked: grader show layer_norm/layer_norm_backward
//
//   x: float[B, D]
//   gamma: float[D]
//   eps: float
//   dy: float[B, D]
//   returns LayerNormBackwardResult with
//     dx: float[B, D]
//     dgamma: float[D]
//     dbeta: float[D]
#include "layer_norm/layer_norm_backward.hpp"

LayerNormBackwardResult layer_norm_backward(const Eigen::MatrixXd& x,
                                            const Eigen::VectorXd& gamma, double eps,
                                            const Eigen::MatrixXd& dy) {
  grader::todo();  // your solution goes here
}
