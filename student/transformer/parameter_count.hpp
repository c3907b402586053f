// Generated from the specification of transformer/parameter_count; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_parameter_count_HPP
#define GRADER_EXERCISE_transformer_parameter_count_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_ParameterCountResult
#define GRADER_RECORD_ParameterCountResult
struct ParameterCountResult {
  std::int64_t embedding{};  // int
  std::int64_t attention{};  // int
  std::int64_t feed_forward{};  // int
  std::int64_t total{};  // int
};
#endif

#endif  // GRADER_EXERCISE_transformer_parameter_count_HPP
