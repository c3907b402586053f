// Generated from the specification of normalization/normalize_vector; changes here are not graded.
#ifndef GRADER_EXERCISE_normalization_normalize_vector_HPP
#define GRADER_EXERCISE_normalization_normalize_vector_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_NormalizeVectorResult
#define GRADER_RECORD_NormalizeVectorResult
struct NormalizeVectorResult {
  double mean{};  // float
  double variance{};  // float
  Eigen::VectorXd normalized;  // float[N]
};
#endif

#endif  // GRADER_EXERCISE_normalization_normalize_vector_HPP
