// Generated from the specification of normalization/batch_dependence; changes here are not graded.
#ifndef GRADER_EXERCISE_normalization_batch_dependence_HPP
#define GRADER_EXERCISE_normalization_batch_dependence_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_BatchDependenceResult
#define GRADER_RECORD_BatchDependenceResult
struct BatchDependenceResult {
  Eigen::VectorXd in_a;  // float[D]
  Eigen::VectorXd in_b;  // float[D]
  double distance{};  // float
};
#endif

// Your solution of normalization/batch_norm.
Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps)
    __asm__("grader_function_normalization__batch_norm");

#endif  // GRADER_EXERCISE_normalization_batch_dependence_HPP
