// Generated from the specification of transformer/linear_backward; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_linear_backward_HPP
#define GRADER_EXERCISE_transformer_linear_backward_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_LinearBackwardResult
#define GRADER_RECORD_LinearBackwardResult
struct LinearBackwardResult {
  Eigen::MatrixXd dx;  // float[T, I]
  Eigen::MatrixXd dw;  // float[I, O]
  Eigen::VectorXd db;  // float[O]
};
#endif

#endif  // GRADER_EXERCISE_transformer_linear_backward_HPP
