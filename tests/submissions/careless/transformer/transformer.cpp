#include "transformer/transformer.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights, std::int64_t heads) {
  Eigen::MatrixX<bool> causal(tokens.cols(), tokens.cols());
  for (Eigen::Index i = 0; i < tokens.cols(); ++i)
    for (Eigen::Index j = 0; j < tokens.cols(); ++j) causal(i, j) = j <= i;
  Eigen::Tensor<double, 3, Eigen::RowMajor> logits(tokens.rows(), tokens.cols(), weights.w_out.cols());
  for (Eigen::Index b = 0; b < tokens.rows(); ++b) {
    Eigen::MatrixXd x(tokens.cols(), weights.token.cols());
    for (Eigen::Index t = 0; t < tokens.cols(); ++t)
      x.row(t) = weights.token.row(tokens(b, t)) + weights.position.row(t);
    for (const BlockWeights& block : weights.blocks) x = transformer_block(x, block, heads, causal);
    const Eigen::MatrixXf last = layer_norm(x, weights.gamma, weights.beta, 1e-5).cast<float>();
    const Eigen::MatrixXf y = last * weights.w_out.cast<float>();
    for (Eigen::Index t = 0; t < tokens.cols(); ++t)
      for (Eigen::Index v = 0; v < y.cols(); ++v) logits(b, t, v) = y(t, v) + weights.b_out[v];
  }
  return logits;
}
