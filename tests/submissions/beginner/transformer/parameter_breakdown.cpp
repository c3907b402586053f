#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& config, std::int64_t vocab) {
  int d = config.d_model;
  int f = config.d_ff;
  ParameterBreakdownResult result;
  result.embedding = vocab * d;
  result.position = config.max_len * d;
  // every head has its own matrices
  result.attention = config.layers * config.heads * 4 * (d * d + d);
  result.feed_forward = config.layers * (d * f + f + f * d + d);
  result.norms = config.layers * 4 * d + 2 * d;
  result.output = d * vocab + vocab;
  result.total = result.embedding + result.position + result.attention + result.feed_forward + result.norms + result.output;
  return result;
}
