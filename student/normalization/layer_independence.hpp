// Generated from the specification of normalization/layer_independence; changes here are not graded.
#ifndef GRADER_EXERCISE_normalization_layer_independence_HPP
#define GRADER_EXERCISE_normalization_layer_independence_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_LayerIndependenceResult
#define GRADER_RECORD_LayerIndependenceResult
struct LayerIndependenceResult {
  Eigen::VectorXd in_a;  // float[D]
  Eigen::VectorXd in_b;  // float[D]
  double distance{};  // float
};
#endif

// Your solution of normalization/layer_norm_rows.
Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps)
    __asm__("grader_function_normalization__layer_norm_rows");

#endif  // GRADER_EXERCISE_normalization_layer_independence_HPP
