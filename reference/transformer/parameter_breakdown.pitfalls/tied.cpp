// Nothing but a bias at the output.
#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& config, std::int64_t vocab) {
  const std::int64_t d = config.d_model;
  const std::int64_t f = config.d_ff;
  const std::int64_t embedding = vocab * d;
  const std::int64_t position = config.max_len * d;
  const std::int64_t attention = config.layers * 4 * (d * d + d);
  const std::int64_t feed_forward = config.layers * (2 * d * f + f + d);
  const std::int64_t norms = (4 * config.layers + 2) * d;
  const std::int64_t output = vocab;
  const std::int64_t total = embedding + position + attention + feed_forward + norms + output;
  return {embedding, position, attention, feed_forward, norms, output, total};
}
