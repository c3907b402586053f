// The skips lead around the norms.
#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd h = x + layer_norm(multi_head_attention(x, weights.attention, heads, mask),
                                           weights.gamma1, weights.beta1, 1e-5);
  return h + layer_norm(feed_forward(h, weights.w1, weights.b1, weights.w2, weights.b2), weights.gamma2,
                        weights.beta2, 1e-5);
}
