// What the weights are made of. What is asked: grader show transformer/parameter_breakdown
//
//   config: Config
//   vocab: int
//   returns ParameterBreakdownResult with
//     embedding: int
//     position: int
//     attention: int
//     feed_forward: int
//     norms: int
//     output: int
//     total: int
#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& config, std::int64_t vocab) {
  grader::todo();  // your solution goes here
}
