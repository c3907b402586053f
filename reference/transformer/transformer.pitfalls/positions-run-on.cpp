// The second text goes on where the first one ended.
#include "transformer/transformer.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights, std::int64_t heads) {
  const Eigen::Index length = tokens.cols();
  const Eigen::MatrixX<bool> mask = Eigen::MatrixX<bool>::NullaryExpr(
      length, length, [](Eigen::Index i, Eigen::Index j) { return j <= i; });
  Eigen::Tensor<double, 3, Eigen::RowMajor> logits(tokens.rows(), length, weights.b_out.size());
  for (Eigen::Index b = 0; b < tokens.rows(); ++b) {
    Eigen::MatrixXd x =
        weights.token(tokens.row(b), Eigen::all) + weights.position.middleRows(b * length, length);
    for (const BlockWeights& block : weights.blocks) x = transformer_block(x, block, heads, mask);
    const Eigen::MatrixXd y =
        linear(layer_norm(x, weights.gamma, weights.beta, 1e-5), weights.w_out, weights.b_out);
    for (Eigen::Index t = 0; t < length; ++t)
      for (Eigen::Index v = 0; v < y.cols(); ++v) logits(b, t, v) = y(t, v);
  }
  return logits;
}
