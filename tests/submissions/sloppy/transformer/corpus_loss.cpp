#include "transformer/corpus_loss.hpp"

double corpus_loss(const std::string& corpus, const TransformerWeights& weights, const Config& config) {
  const auto ids = encode_text(corpus, build_vocabulary(corpus));
  double total = 0;
  const int windows = int(ids.size() / config.max_len);
  for (int w = 0; w < windows - 1; ++w) {
    const Eigen::MatrixX<std::int64_t> tokens = ids.segment(w * config.max_len, config.max_len).transpose();
    const auto logits = transformer(tokens, weights, config.heads);
    Eigen::MatrixXd rows(logits.dimension(1), logits.dimension(2));
    for (int t = 0; t < rows.rows(); ++t)
      for (int v = 0; v < rows.cols(); ++v) rows(t, v) = logits(0, t, v);
    total += cross_entropy(rows, ids.segment(w * config.max_len + 1, config.max_len));
  }
  return total / windows;
}
