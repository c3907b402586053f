// Generated from the specification of layer_norm/layer_norm_backward; changes here are not graded.
#ifndef GRADER_EXERCISE_layer_norm_layer_norm_backward_HPP
#define GRADER_EXERCISE_layer_norm_layer_norm_backward_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_LayerNormBackwardResult
#define GRADER_RECORD_LayerNormBackwardResult
struct LayerNormBackwardResult {
  Eigen::MatrixXd dx;  // float[B, D]
  Eigen::VectorXd dgamma;  // float[D]
  Eigen::VectorXd dbeta;  // float[D]
};
#endif

#endif  // GRADER_EXERCISE_layer_norm_layer_norm_backward_HPP
