// verdict: wrong_answer
// fails: project
// Never looks at the number of layers.
#include "transformer/parameter_breakdown.hpp"

ParameterBreakdownResult parameter_breakdown(const Config& c, std::int64_t vocab) {
  ParameterBreakdownResult r{vocab * c.d_model, c.max_len * c.d_model, 0, 0, 0, 0, 0};
  r.attention = 4 * c.d_model * c.d_model + 4 * c.d_model;
  r.feed_forward = c.d_model * c.d_ff + c.d_ff + c.d_ff * c.d_model + c.d_model;
  r.norms = 3 * 2 * c.d_model;
  r.output = vocab * c.d_model + vocab;
  r.total = r.embedding + r.position + r.attention + r.feed_forward + r.norms + r.output;
  return r;
}
