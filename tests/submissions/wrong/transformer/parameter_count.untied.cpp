// verdict: wrong_answer
// fails: worked-example
// Two tables of tokens.
#include "transformer/parameter_count.hpp"

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d, std::int64_t, std::int64_t layers,
                                     std::int64_t f, std::int64_t max_len) {
  const std::int64_t embedding = vocab * d + max_len * d;
  const std::int64_t attention = 4 * d * (d + 1);
  const std::int64_t feed_forward = (d + 1) * f + (f + 1) * d;
  std::int64_t total = embedding + vocab * d + 2 * d;
  for (int layer = 0; layer < layers; ++layer) total += attention + feed_forward + 2 * d + 2 * d;
  return {embedding, attention, feed_forward, total};
}
