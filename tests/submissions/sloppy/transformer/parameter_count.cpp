#include "transformer/parameter_count.hpp"

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d_model, std::int64_t heads, std::int64_t layers,
                                     std::int64_t d_ff, std::int64_t max_len) {
  (void)heads;
  ParameterCountResult r;
  r.embedding = vocab * d_model + max_len * d_model;
  r.attention = 4 * d_model * d_model;
  r.feed_forward = 2 * d_model * d_ff;
  r.total = r.embedding + layers * (r.attention + r.feed_forward);
  return r;
}
