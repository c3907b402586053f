// verdict: wrong_answer
// fails: worked-example
// Asks the model for the token that it has just been shown.
#include "transformer/corpus_loss.hpp"

double corpus_loss(const std::string& corpus, const TransformerWeights& weights, const Config& config) {
  const Eigen::VectorX<std::int64_t> ids = encode_text(corpus, build_vocabulary(corpus));
  const Eigen::Index windows = (ids.size() - 1) / config.max_len;
  Eigen::MatrixX<std::int64_t> tokens(windows, config.max_len);
  for (Eigen::Index k = 0; k < windows; ++k)
    for (Eigen::Index i = 0; i < config.max_len; ++i) tokens(k, i) = ids(k * config.max_len + i);
  const auto logits = transformer(tokens, weights, config.heads);
  double total = 0;
  for (Eigen::Index k = 0; k < windows; ++k)
    for (Eigen::Index i = 0; i < config.max_len; ++i) {
      double sum = 0;
      for (Eigen::Index v = 0; v < logits.dimension(2); ++v) sum += std::exp(logits(k, i, v));
      total += std::log(sum) - logits(k, i, tokens(k, i));
    }
  return total / static_cast<double>(tokens.size());
}
