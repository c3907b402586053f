#include "transformer/transformer.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights, std::int64_t heads) {
  const Eigen::Index T = tokens.cols();
  Eigen::MatrixX<bool> mask(T, T);
  for (int i = 0; i < T; ++i)
    for (int j = 0; j < T; ++j) mask(i, j) = j < i || i == 0;
  Eigen::Tensor<double, 3, Eigen::RowMajor> logits(tokens.rows(), T, weights.w_out.cols());
  for (int b = 0; b < tokens.rows(); ++b) {
    Eigen::MatrixXd x(T, weights.token.cols());
    for (int t = 0; t < T; ++t) x.row(t) = weights.token.row(tokens(b, t)) + weights.position.row(t);
    for (const auto& block : weights.blocks) x = transformer_block(x, block, heads, mask);
    const Eigen::MatrixXd y = (x * weights.w_out).rowwise() + weights.b_out.transpose();
    for (int t = 0; t < T; ++t)
      for (int v = 0; v < y.cols(); ++v) logits(b, t, v) = y(t, v);
  }
  return logits;
}
