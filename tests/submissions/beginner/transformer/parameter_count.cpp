// The size of a transformer. What is asked: grader show transformer/parameter_count
//
//   vocab: int
//   d_model: int
//   heads: int
//   layers: int
//   d_ff: int
//   max_len: int
//   returns ParameterCountResult with
//     embedding: int
//     attention: int
//     feed_forward: int
//     total: int
#include "transformer/parameter_count.hpp"

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d_model, std::int64_t heads,
                                     std::int64_t layers, std::int64_t d_ff, std::int64_t max_len) {
  grader::todo();  // your solution goes here
}
