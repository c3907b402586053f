// verdict: wrong_shape
// fails: worked-example
// Returns the new tokens only.
#include "transformer/generate_text.hpp"

Eigen::VectorX<std::int64_t> generate_text(const TransformerWeights& weights, std::int64_t heads,
                                           const Eigen::VectorX<std::int64_t>& prompt, std::int64_t count) {
  std::vector<std::int64_t> text(prompt.begin(), prompt.end());
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t length = std::min<std::int64_t>(std::ssize(text), weights.position.rows());
    Eigen::MatrixX<std::int64_t> batch(1, length);
    for (std::int64_t j = 0; j < length; ++j) batch(0, j) = *(text.end() - length + j);
    const auto logits = transformer(batch, weights, heads);
    std::int64_t best = 0;
    for (std::int64_t v = 0; v < logits.dimension(2); ++v)
      if (logits(0, length - 1, v) > logits(0, length - 1, best)) best = v;
    text.push_back(best);
  }
  return Eigen::Map<Eigen::VectorX<std::int64_t>>(text.data(), std::ssize(text)).tail(count);
}
