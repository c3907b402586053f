#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& config, std::int64_t vocab) {
  const auto d = config.d_model, f = config.d_ff, l = config.layers;
  ParameterBreakdownResult r{vocab * d, config.max_len * d, l * 4 * (d * d + d), l * (2 * d * f + f + d),
                             l * 4 * d, d * vocab + vocab, 0};
  r.total = r.embedding + r.position + r.attention + r.feed_forward + r.norms + r.output;
  return r;
}
