// verdict: wrong_answer
// fails: project
// Adds up all fields of the result, the total among them.
#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& c, std::int64_t vocab) {
  const std::int64_t d = c.d_model;
  std::vector<std::int64_t> parts{vocab * d,
                                  c.max_len * d,
                                  c.layers * 4 * (d * d + d),
                                  c.layers * (2 * d * c.d_ff + c.d_ff + d),
                                  (4 * c.layers + 2) * d,
                                  (d + 1) * vocab};
  parts.push_back(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}));
  return {parts[0],
          parts[1],
          parts[2],
          parts[3],
          parts[4],
          parts[5],
          std::accumulate(parts.begin(), parts.end(), std::int64_t{0})};
}
