#include "transformer/generate_text.hpp"

Eigen::VectorX<std::int64_t> generate_text(const TransformerWeights& weights, std::int64_t heads,
                                           const Eigen::VectorX<std::int64_t>& prompt, std::int64_t count) {
  Eigen::VectorX<std::int64_t> ids = prompt;
  for (int step = 0; step < count; ++step) {
    const auto logits = transformer(ids.transpose(), weights, heads);
    int best = 0;
    for (int id = 1; id < logits.dimension(2); ++id)
      if (logits(0, ids.size() - 1, id) >= logits(0, ids.size() - 1, best)) best = id;
    ids.conservativeResize(ids.size() + 1);
    ids[ids.size() - 1] = best;
  }
  return ids;
}
