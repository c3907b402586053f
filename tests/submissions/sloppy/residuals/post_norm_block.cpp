#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(Eigen::MatrixXd x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  x = layer_norm(x, weights.gamma1, weights.beta1, 1e-5);
  x += multi_head_attention(x, weights.attention, heads, mask);
  x = layer_norm(x, weights.gamma2, weights.beta2, 1e-5);
  x += feed_forward(x, weights.w1, weights.b1, weights.w2, weights.b2);
  return x;
}
