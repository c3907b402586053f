#include "transformer/corpus_loss.hpp"

double corpus_loss(const std::string& corpus, const TransformerWeights& weights, const Config& config) {
  const Eigen::VectorX<std::int64_t> ids = encode_text(corpus, build_vocabulary(corpus));
  float total = 0;
  int windows = 0;
  for (Eigen::Index at = 0; at + config.max_len < ids.size(); at += config.max_len) {
    const Eigen::MatrixX<std::int64_t> tokens = ids.segment(at, config.max_len).transpose();
    const auto logits = transformer(tokens, weights, config.heads);
    Eigen::MatrixXd rows(logits.dimension(1), logits.dimension(2));
    for (Eigen::Index t = 0; t < rows.rows(); ++t)
      for (Eigen::Index v = 0; v < rows.cols(); ++v) rows(t, v) = logits(0, t, v);
    total += float(cross_entropy(rows, ids.segment(at + 1, config.max_len)));
    ++windows;
  }
  return total / float(windows);
}
