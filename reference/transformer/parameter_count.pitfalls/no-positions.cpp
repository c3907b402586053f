// The tokens alone.
#include "transformer/parameter_count.hpp"

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d_model, std::int64_t /*heads*/,
                                     std::int64_t layers, std::int64_t d_ff, std::int64_t /*max_len*/) {
  const std::int64_t embedding = vocab * d_model;
  const std::int64_t attention = 4 * (d_model * d_model + d_model);
  const std::int64_t feed_forward = 2 * d_model * d_ff + d_ff + d_model;
  const std::int64_t total = embedding + layers * (attention + feed_forward + 4 * d_model) + 2 * d_model;
  return {embedding, attention, feed_forward, total};
}
