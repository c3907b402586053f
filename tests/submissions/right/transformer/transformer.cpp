#include "transformer/transformer.hpp"

static Eigen::MatrixXd logits_of(const Eigen::VectorX<std::int64_t>& text, const TransformerWeights& weights,
                                 std::int64_t heads) {
  Eigen::MatrixX<bool> may_attend(text.size(), text.size());
  Eigen::MatrixXd stream(text.size(), weights.token.cols());
  for (Eigen::Index i = 0; i < text.size(); ++i) {
    stream.row(i) = weights.token.row(text[i]) + weights.position.row(i);
    for (Eigen::Index j = 0; j < text.size(); ++j) may_attend(i, j) = i >= j;
  }
  for (const auto& block : weights.blocks) stream = transformer_block(stream, block, heads, may_attend);
  return linear(layer_norm(stream, weights.gamma, weights.beta, 1e-5), weights.w_out, weights.b_out);
}

Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights, std::int64_t heads) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> result(tokens.rows(), tokens.cols(), weights.token.rows());
  for (Eigen::Index b = 0; b < tokens.rows(); ++b) {
    const Eigen::MatrixXd logits = logits_of(tokens.row(b).transpose(), weights, heads);
    for (Eigen::Index i = 0; i < logits.size(); ++i)
      result.data()[b * logits.size() + i] = logits(i / logits.cols(), i % logits.cols());
  }
  return result;
}
