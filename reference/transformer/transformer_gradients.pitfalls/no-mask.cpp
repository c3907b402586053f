// Without a mask.
#include "transformer/transformer_gradients.hpp"

namespace {

void add(BlockWeights& sum, const BlockWeights& more) {
  sum.gamma1 += more.gamma1;
  sum.beta1 += more.beta1;
  sum.attention.wq += more.attention.wq;
  sum.attention.wk += more.attention.wk;
  sum.attention.wv += more.attention.wv;
  sum.attention.wo += more.attention.wo;
  sum.attention.bq += more.attention.bq;
  sum.attention.bk += more.attention.bk;
  sum.attention.bv += more.attention.bv;
  sum.attention.bo += more.attention.bo;
  sum.gamma2 += more.gamma2;
  sum.beta2 += more.beta2;
  sum.w1 += more.w1;
  sum.b1 += more.b1;
  sum.w2 += more.w2;
  sum.b2 += more.b2;
}

}  // namespace

TransformerGradientsResult transformer_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                                 const Eigen::MatrixX<std::int64_t>& targets,
                                                 const TransformerWeights& weights, std::int64_t heads) {
  constexpr double kEps = 1e-5;
  const Eigen::Index length = tokens.cols();
  const std::size_t layers = weights.blocks.size();
  const double share = 1 / static_cast<double>(tokens.rows());  // of a sequence in the mean

  TransformerGradientsResult result{0, weights};
  TransformerWeights& sum = result.gradients;
  sum.token.setZero();
  sum.position.setZero();
  sum.gamma.setZero();
  sum.beta.setZero();
  sum.w_out.setZero();
  sum.b_out.setZero();

  for (Eigen::Index b = 0; b < tokens.rows(); ++b) {
    std::vector<Eigen::MatrixXd> stream = {weights.token(tokens.row(b), Eigen::all) +
                                           weights.position.topRows(length)};
    for (const BlockWeights& block : weights.blocks)
      stream.push_back(transformer_block(stream.back(), block, heads, std::nullopt));
    const Eigen::MatrixXd normalized = layer_norm(stream.back(), weights.gamma, weights.beta, kEps);
    const Eigen::MatrixXd logits = linear(normalized, weights.w_out, weights.b_out);
    const Eigen::VectorX<std::int64_t> wanted = targets.row(b);
    result.loss += share * cross_entropy(logits, wanted);

    const LinearBackwardResult output =
        linear_backward(normalized, weights.w_out, share * cross_entropy_backward(logits, wanted));
    const LayerNormBackwardResult norm = layer_norm_backward(stream.back(), weights.gamma, kEps, output.dx);
    sum.w_out += output.dw;
    sum.b_out += output.db;
    sum.gamma += norm.dgamma;
    sum.beta += norm.dbeta;
    Eigen::MatrixXd dx = norm.dx;
    for (std::size_t l = layers; l-- > 0;) {
      const BlockBackwardResult block = block_backward(stream[l], weights.blocks[l], heads, std::nullopt, dx);
      if (b == 0)
        sum.blocks[l] = block.gradients;
      else
        add(sum.blocks[l], block.gradients);
      dx = block.dx;
    }
    for (Eigen::Index t = 0; t < length; ++t) sum.token.row(tokens(b, t)) += dx.row(t);
    sum.position.topRows(length) += dx;
  }
  return result;
}
