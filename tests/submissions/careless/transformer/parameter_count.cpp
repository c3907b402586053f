#include "transformer/parameter_count.hpp"

ParameterCountResult parameter_count(std::int64_t vocab, std::int64_t d_model, std::int64_t heads, std::int64_t layers,
                                     std::int64_t d_ff, std::int64_t max_len) {
  (void)heads;
  const float d = float(d_model);
  const float embedding = (float(vocab) + float(max_len)) * d;
  const float attention = 4 * d * d + 4 * d;
  const float feed_forward = 2 * d * float(d_ff) + float(d_ff) + d;
  const float total = embedding + float(layers) * (attention + feed_forward + 4 * d) + 2 * d;
  return {std::int64_t(embedding), std::int64_t(attention), std::int64_t(feed_forward), std::int64_t(total)};
}
