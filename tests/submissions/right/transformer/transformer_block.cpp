#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(Eigen::MatrixXd x, const BlockWeights& weights, std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd seen = layer_norm(x, weights.gamma1, weights.beta1, 1e-5);
  x += multi_head_attention(seen, weights.attention, heads, mask);
  for (Eigen::Index t = 0; t < x.rows(); ++t) {
    const Eigen::MatrixXd thought = layer_norm(x.row(t), weights.gamma2, weights.beta2, 1e-5);
    x.row(t) += feed_forward(thought, weights.w1, weights.b1, weights.w2, weights.b2);
  }
  return x;
}
