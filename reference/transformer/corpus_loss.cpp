// The mean cross-entropy of the next token, equation 1 of Radford et al., "Improving Language Understanding
// by Generative Pre-Training", 2018, over a text cut into windows.
#include "transformer/corpus_loss.hpp"

double corpus_loss(const std::string& corpus, const TransformerWeights& weights, const Config& config) {
  const Eigen::VectorX<std::int64_t> ids = encode_text(corpus, build_vocabulary(corpus));
  const Eigen::Index windows = (ids.size() - 1) / config.max_len;
  const Eigen::VectorX<std::int64_t> targets = ids.segment(1, windows * config.max_len);

  // A window in each row: reshaped, the ids fill columns.
  const Eigen::MatrixX<std::int64_t> tokens =
      ids.head(targets.size()).reshaped(config.max_len, windows).transpose();
  const Eigen::Tensor<double, 3, Eigen::RowMajor> logits = transformer(tokens, weights, config.heads);
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  return cross_entropy(Eigen::Map<const RowMajor>(logits.data(), targets.size(), logits.dimension(2)),
                       targets);
}
