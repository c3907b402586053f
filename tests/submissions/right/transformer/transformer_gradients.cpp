#include "transformer/transformer_gradients.hpp"

// One sequence at a time, recursively: a block's way back is taken when what follows it has returned.
namespace {

struct Walk {
  const TransformerWeights& weights;
  TransformerWeights& gradients;
  Eigen::VectorX<std::int64_t> targets;
  std::int64_t heads;
  double share;
  double loss = 0;

  Eigen::MatrixXd from(std::size_t layer, const Eigen::MatrixXd& x) {
    if (layer == weights.blocks.size()) return top(x);
    const Eigen::Index n = x.rows();
    Eigen::MatrixX<bool> mask(n, n);
    for (Eigen::Index i = 0; i < n; i++)
      for (Eigen::Index j = 0; j < n; j++) mask(i, j) = j <= i;
    const Eigen::MatrixXd dy = from(layer + 1, transformer_block(x, weights.blocks[layer], heads, mask));
    const BlockBackwardResult back = block_backward(x, weights.blocks[layer], heads, mask, dy);
    add(gradients.blocks[layer], back.gradients);
    return back.dx;
  }

  Eigen::MatrixXd top(const Eigen::MatrixXd& x) {
    const Eigen::MatrixXd y = layer_norm(x, weights.gamma, weights.beta, 1e-5);
    const Eigen::MatrixXd logits = linear(y, weights.w_out, weights.b_out);
    loss += share * cross_entropy(logits, targets);
    const LinearBackwardResult out = linear_backward(y, weights.w_out, cross_entropy_backward(logits, targets));
    const LayerNormBackwardResult norm = layer_norm_backward(x, weights.gamma, 1e-5, out.dx);
    gradients.w_out += share * out.dw;
    gradients.b_out += share * out.db;
    gradients.gamma += share * norm.dgamma;
    gradients.beta += share * norm.dbeta;
    return share * norm.dx;
  }

  static void add(BlockWeights& to, const BlockWeights& g) {
    for (auto field : {&BlockWeights::gamma1, &BlockWeights::beta1, &BlockWeights::gamma2, &BlockWeights::beta2,
                       &BlockWeights::b1, &BlockWeights::b2})
      to.*field += g.*field;
    for (auto field : {&BlockWeights::w1, &BlockWeights::w2}) to.*field += g.*field;
    for (auto field : {&AttentionWeights::wq, &AttentionWeights::wk, &AttentionWeights::wv, &AttentionWeights::wo})
      to.attention.*field += g.attention.*field;
    for (auto field : {&AttentionWeights::bq, &AttentionWeights::bk, &AttentionWeights::bv, &AttentionWeights::bo})
      to.attention.*field += g.attention.*field;
  }
};

template <typename Array>
Array nothing_like(const Array& a) {
  return Array::Zero(a.rows(), a.cols());
}

BlockWeights nothing_like(const BlockWeights& b) {
  const AttentionWeights& a = b.attention;
  return {nothing_like(b.gamma1),
          nothing_like(b.beta1),
          {nothing_like(a.wq), nothing_like(a.wk), nothing_like(a.wv), nothing_like(a.wo), nothing_like(a.bq),
           nothing_like(a.bk), nothing_like(a.bv), nothing_like(a.bo)},
          nothing_like(b.gamma2),
          nothing_like(b.beta2),
          nothing_like(b.w1),
          nothing_like(b.b1),
          nothing_like(b.w2),
          nothing_like(b.b2)};
}

}  // namespace

TransformerGradientsResult transformer_gradients(Eigen::MatrixX<std::int64_t> tokens,
                                                 Eigen::MatrixX<std::int64_t> targets, const TransformerWeights& weights,
                                                 std::int64_t heads) {
  TransformerWeights gradients = {nothing_like(weights.token), nothing_like(weights.position), {},
                                  nothing_like(weights.gamma), nothing_like(weights.beta),
                                  nothing_like(weights.w_out), nothing_like(weights.b_out)};
  for (const BlockWeights& block : weights.blocks) gradients.blocks.push_back(nothing_like(block));
  double loss = 0;
  for (Eigen::Index b = 0; b < tokens.rows(); b++) {
    Eigen::MatrixXd x(tokens.cols(), weights.token.cols());
    for (Eigen::Index t = 0; t < tokens.cols(); t++)
      x.row(t) = weights.token.row(tokens(b, t)) + weights.position.row(t);
    Walk walk{weights, gradients, targets.row(b), heads, 1.0 / tokens.rows()};
    const Eigen::MatrixXd dx = walk.from(0, x);
    for (Eigen::Index t = 0; t < tokens.cols(); t++) {
      gradients.token.row(tokens(b, t)) += dx.row(t);
      gradients.position.row(t) += dx.row(t);
    }
    loss += walk.loss;
  }
  return {loss, gradients};
}
