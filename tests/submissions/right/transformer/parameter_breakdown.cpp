#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(Config config, std::int64_t vocab) {
  ParameterBreakdownResult count{};
  count.embedding = vocab * config.d_model;
  count.position = config.max_len * config.d_model;
  for (int layer = 0; layer < config.layers; ++layer) {
    count.attention += 4 * config.d_model * (config.d_model + 1);
    count.feed_forward += (config.d_model + 1) * config.d_ff + (config.d_ff + 1) * config.d_model;
    count.norms += 2 * 2 * config.d_model;
  }
  count.norms += 2 * config.d_model;
  count.output = (config.d_model + 1) * vocab;
  for (std::int64_t part :
       {count.embedding, count.position, count.attention, count.feed_forward, count.norms, count.output})
    count.total += part;
  return count;
}
