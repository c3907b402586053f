// verdict: wrong_answer
// fails: worked-example
// Counts bits, with logarithms of base 2.
#include "transformer/corpus_loss.hpp"

double corpus_loss(const std::string& corpus, const TransformerWeights& weights, const Config& config) {
  const Eigen::VectorX<std::int64_t> ids = encode_text(corpus, build_vocabulary(corpus));
  const Eigen::Index windows = (ids.size() - 1) / config.max_len;
  double total = 0;
  for (Eigen::Index k = 0; k < windows; ++k) {
    const Eigen::MatrixX<std::int64_t> tokens = ids.segment(k * config.max_len, config.max_len).transpose();
    const auto logits = transformer(tokens, weights, config.heads);
    for (Eigen::Index i = 0; i < config.max_len; ++i) {
      double sum = 0;
      for (Eigen::Index v = 0; v < logits.dimension(2); ++v) sum += std::exp(logits(0, i, v));
      total += std::log2(sum / std::exp(logits(0, i, ids(k * config.max_len + i + 1))));
    }
  }
  return total / static_cast<double>(windows * config.max_len);
}
