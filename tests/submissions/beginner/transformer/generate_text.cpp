// Text, one token after another. What is asked: grader show transformer/generate_text
//
//   weights: TransformerWeights
//   heads: int
//   prompt: int[N]
//   count: int
//   returns int[N + count]
#include "transformer/generate_text.hpp"

Eigen::VectorX<std::int64_t> generate_text(const TransformerWeights& weights, std::int64_t heads,
                                           const Eigen::VectorX<std::int64_t>& prompt,
                                           std::int64_t count) {
  grader::todo();  // your solution goes here
}
