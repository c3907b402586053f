// One norm, at the end.
#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd h = x + multi_head_attention(x, weights.attention, heads, mask);
  return layer_norm(h + feed_forward(h, weights.w1, weights.b1, weights.w2, weights.b2), weights.gamma2,
                    weights.beta2, 1e-5);
}
