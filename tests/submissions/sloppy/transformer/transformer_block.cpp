#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(Eigen::MatrixXd x, const BlockWeights& weights, std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  x += multi_head_attention(layer_norm(x, weights.gamma1, weights.beta1, 1e-5), weights.attention, heads, mask);
  x = layer_norm(x, weights.gamma2, weights.beta2, 1e-5);
  x += feed_forward(x, weights.w1, weights.b1, weights.w2, weights.b2);
  return x;
}
