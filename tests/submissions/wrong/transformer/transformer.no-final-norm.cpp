// verdict: wrong_answer
// fails: worked-example
// The last normalization is missing.
#include "transformer/transformer.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights, std::int64_t heads) {
  const Eigen::Index length = tokens.cols();
  Eigen::MatrixX<bool> mask = Eigen::MatrixX<bool>::Constant(length, length, false);
  for (Eigen::Index t = 0; t < length; ++t) mask.row(t).head(t + 1).setConstant(true);
  Eigen::Tensor<double, 3, Eigen::RowMajor> result(tokens.rows(), length, weights.w_out.cols());
  for (Eigen::Index b = 0; b < tokens.rows(); ++b) {
    Eigen::MatrixXd x = weights.position.topRows(length);
    for (Eigen::Index t = 0; t < length; ++t) x.row(t) += weights.token.row(tokens(b, t));
    for (const auto& block : weights.blocks) x = transformer_block(x, block, heads, mask);
    const Eigen::MatrixXd y = linear(x, weights.w_out, weights.b_out);
    for (Eigen::Index t = 0; t < length; ++t)
      for (Eigen::Index v = 0; v < y.cols(); ++v) result(b, t, v) = y(t, v);
  }
  return result;
}
