// verdict: wrong_answer
// fails: worked-example
// Cuts a long text off at its end instead of at its beginning.
#include "transformer/generate_text.hpp"

Eigen::VectorX<std::int64_t> generate_text(const TransformerWeights& weights, std::int64_t heads,
                                           const Eigen::VectorX<std::int64_t>& prompt, std::int64_t count) {
  std::vector<std::int64_t> text(prompt.begin(), prompt.end());
  for (std::int64_t i = 0; i < count; ++i) {
    std::vector<std::int64_t> context = text;
    if (std::ssize(context) > weights.position.rows())
      context.resize(static_cast<std::size_t>(weights.position.rows()));
    Eigen::MatrixX<std::int64_t> batch(1, std::ssize(context));
    for (std::size_t j = 0; j < context.size(); ++j) batch(0, static_cast<Eigen::Index>(j)) = context[j];
    const auto logits = transformer(batch, weights, heads);
    std::int64_t best = 0;
    for (std::int64_t v = 0; v < logits.dimension(2); ++v)
      if (logits(0, batch.cols() - 1, v) > logits(0, batch.cols() - 1, best)) best = v;
    text.push_back(best);
  }
  return Eigen::Map<Eigen::VectorX<std::int64_t>>(text.data(), std::ssize(text));
}
