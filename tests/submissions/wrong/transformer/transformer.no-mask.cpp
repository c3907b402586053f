// verdict: wrong_answer
// fails: one-block
// Never makes a mask.
#include "transformer/transformer.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights, std::int64_t heads) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> result(tokens.rows(), tokens.cols(), weights.w_out.cols());
  for (Eigen::Index b = 0; b < tokens.rows(); ++b) {
    Eigen::MatrixXd x(tokens.cols(), weights.token.cols());
    for (Eigen::Index t = 0; t < x.rows(); ++t)
      x.row(t) = weights.token.row(tokens(b, t)) + weights.position.row(t);
    for (const auto& block : weights.blocks) x = transformer_block(x, block, heads, {});
    x = layer_norm(x, weights.gamma, weights.beta, 1e-5);
    for (Eigen::Index t = 0; t < x.rows(); ++t)
      for (Eigen::Index v = 0; v < weights.w_out.cols(); ++v)
        result(b, t, v) = x.row(t).dot(weights.w_out.col(v)) + weights.b_out[v];
  }
  return result;
}
