#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& config, std::int64_t vocab) {
  const float d = float(config.d_model);
  const float f = float(config.d_ff);
  const float layers = float(config.layers);
  ParameterBreakdownResult r;
  r.embedding = std::int64_t(float(vocab) * d);
  r.position = std::int64_t(float(config.max_len) * d);
  r.attention = std::int64_t(layers * 4 * (d * d + d));
  r.feed_forward = std::int64_t(layers * (2 * d * f + f + d));
  r.norms = std::int64_t(layers * 4 * d + 2 * d);
  r.output = std::int64_t(d * float(vocab) + float(vocab));
  r.total = r.embedding + r.position + r.attention + r.feed_forward + r.norms + r.output;
  return r;
}
