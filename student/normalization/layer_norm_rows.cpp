// LayerNorm of rows. What is asked: grader show normalization/layer_norm_rows
//
//   x: float[B, D]
//   eps: float
//   returns float[B, D]
#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  grader::todo();  // your solution goes here
}
