// The sizes of the model of Radford et al., "Language Models are Unsupervised Multitask Learners", 2019, with
// an output of its own.
#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& config, std::int64_t vocab) {
  const std::int64_t d = config.d_model;
  const std::int64_t f = config.d_ff;
  const std::int64_t embedding = vocab * d;
  const std::int64_t position = config.max_len * d;
  const std::int64_t attention = config.layers * 4 * (d * d + d);
  const std::int64_t feed_forward = config.layers * (d * f + f + f * d + d);
  const std::int64_t norms = config.layers * 4 * d + 2 * d;
  const std::int64_t output = d * vocab + vocab;
  const std::int64_t total = embedding + position + attention + feed_forward + norms + output;
  return {embedding, position, attention, feed_forward, norms, output, total};
}
