#include "transformer/generate_text.hpp"

Eigen::VectorX<std::int64_t> generate_text(const TransformerWeights& weights, std::int64_t heads,
                                           const Eigen::VectorX<std::int64_t>& prompt, std::int64_t count) {
  std::vector<std::int64_t> ids(prompt.begin(), prompt.end());
  const std::size_t most = std::size_t(weights.position.rows());
  for (std::int64_t step = 0; step < count; ++step) {
    const std::size_t length = std::min(ids.size(), most);
    Eigen::MatrixX<std::int64_t> context(1, Eigen::Index(length));
    for (std::size_t i = 0; i < length; ++i) context(0, Eigen::Index(i)) = ids[ids.size() - length + i];
    const auto logits = transformer(context, weights, heads);
    std::int64_t best = 0;
    float largest = -1e30f;
    for (Eigen::Index id = 0; id < logits.dimension(2); ++id)
      if (float(logits(0, Eigen::Index(length) - 1, id)) > largest) {
        largest = float(logits(0, Eigen::Index(length) - 1, id));
        best = id;
      }
    ids.push_back(best);
  }
  return Eigen::Map<Eigen::VectorX<std::int64_t>>(ids.data(), Eigen::Index(ids.size()));
}
