#include "transformer/corpus_loss.hpp"

// One window at a time, the logarithm of the softmax written out.
double corpus_loss(const std::string& corpus, const TransformerWeights& weights, const Config& config) {
  Eigen::VectorX<std::int64_t> ids = encode_text(corpus, build_vocabulary(corpus));
  double total = 0;
  int targets = 0;
  for (Eigen::Index start = 0; start + config.max_len + 1 <= ids.size(); start += config.max_len) {
    Eigen::MatrixX<std::int64_t> window(1, config.max_len);
    for (Eigen::Index i = 0; i < config.max_len; ++i) window(0, i) = ids(start + i);
    Eigen::Tensor<double, 3, Eigen::RowMajor> logits = transformer(window, weights, config.heads);
    for (Eigen::Index i = 0; i < config.max_len; ++i) {
      double largest = logits(0, i, 0);
      for (Eigen::Index v = 1; v < logits.dimension(2); ++v) largest = std::max(largest, logits(0, i, v));
      double sum = 0;
      for (Eigen::Index v = 0; v < logits.dimension(2); ++v) sum += std::exp(logits(0, i, v) - largest);
      total += largest + std::log(sum) - logits(0, i, ids(start + i + 1));
      ++targets;
    }
  }
  return total / targets;
}
