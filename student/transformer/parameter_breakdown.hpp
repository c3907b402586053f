// Generated from the specification of transformer/parameter_breakdown; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_parameter_breakdown_HPP
#define GRADER_EXERCISE_transformer_parameter_breakdown_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_Config
#define GRADER_RECORD_Config
struct Config {
  std::int64_t layers{};  // int
  std::int64_t heads{};  // int
  std::int64_t d_model{};  // int
  std::int64_t d_ff{};  // int
  std::int64_t max_len{};  // int
  std::int64_t steps{};  // int
  std::int64_t batch{};  // int
  std::int64_t log_every{};  // int
  double learning_rate{};  // float
};
#endif

#ifndef GRADER_RECORD_ParameterBreakdownResult
#define GRADER_RECORD_ParameterBreakdownResult
struct ParameterBreakdownResult {
  std::int64_t embedding{};  // int
  std::int64_t position{};  // int
  std::int64_t attention{};  // int
  std::int64_t feed_forward{};  // int
  std::int64_t norms{};  // int
  std::int64_t output{};  // int
  std::int64_t total{};  // int
};
#endif

#endif  // GRADER_EXERCISE_transformer_parameter_breakdown_HPP
