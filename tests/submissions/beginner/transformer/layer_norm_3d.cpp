// LayerNorm of a batch of texts. What is asked: grader show transformer/layer_norm_3d
//
//   x: float[B, T, D]
//   gamma: float[D]
//   beta: float[D]
//   eps: float
//   returns float[B, T, D]
#include "transformer/layer_norm_3d.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_3d(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                        const Eigen::VectorXd& gamma,
                                                        const Eigen::VectorXd& beta, double eps) {
  grader::todo();  // your solution goes here
}
