#include "transformer/generate_text.hpp"

Eigen::VectorX<std::int64_t> generate_text(const TransformerWeights& weights, std::int64_t heads,
                                           const Eigen::VectorX<std::int64_t>& prompt, std::int64_t count) {
  Eigen::VectorX<std::int64_t> text(prompt.size() + count);
  text.head(prompt.size()) = prompt;
  for (Eigen::Index end = prompt.size(); end < text.size(); ++end) {
    const Eigen::MatrixX<std::int64_t> context = text.segment(end - 1, 1);
    const Eigen::Tensor<double, 3, Eigen::RowMajor> logits = transformer(context, weights, heads);
    Eigen::Index best = 0;
    for (Eigen::Index id = 1; id < logits.dimension(2); ++id)
      if (logits(0, 0, id) > logits(0, 0, best)) best = id;
    text(end) = best;
  }
  return text;
}
