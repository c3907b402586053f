#include "transformer/corpus_loss.hpp"

double corpus_loss(const std::string& corpus, const TransformerWeights& weights, const Config& config) {
  const Eigen::VectorX<std::int64_t> ids = encode_text(corpus, build_vocabulary(corpus));
  const Eigen::Index length = config.max_len;
  double total = 0;
  Eigen::Index windows = 0;
  for (Eigen::Index start = 0; start + length < ids.size(); start += length) {
    const Eigen::MatrixX<std::int64_t> tokens = ids.segment(start, length).transpose();
    const Eigen::Tensor<double, 3, Eigen::RowMajor> logits = transformer(tokens, weights, config.heads);
    Eigen::MatrixXd rows(length, logits.dimension(2));
    for (Eigen::Index i = 0; i < length; ++i)
      for (Eigen::Index v = 0; v < rows.cols(); ++v) rows(i, v) = logits(0, i, v);
    total += cross_entropy(rows, ids.segment(start, length));
    ++windows;
  }
  return total / static_cast<double>(windows);
}
