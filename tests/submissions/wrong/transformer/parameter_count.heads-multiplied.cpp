// verdict: wrong_answer
// fails: gpt-2-small
// Full matrices for each head, which with one head is right.
#include "transformer/parameter_count.hpp"

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d, std::int64_t heads,
                                     std::int64_t layers, std::int64_t f, std::int64_t max_len) {
  std::int64_t attention = 0;
  for (int head = 0; head < heads; ++head) attention += 4 * (d * d + d);
  const std::int64_t feed_forward = (d + 1) * f + (f + 1) * d;
  const std::int64_t embedding = vocab * d + max_len * d;
  return {embedding, attention, feed_forward,
          embedding + layers * (attention + feed_forward + 4 * d) + 2 * d};
}
