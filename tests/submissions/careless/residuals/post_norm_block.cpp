#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd y = x + multi_head_attention(x, weights.attention, heads, mask);
  y = layer_norm(y, weights.gamma1, weights.beta1, 1e-5);
  Eigen::MatrixXd z = y + feed_forward(y, weights.w1, weights.b1, weights.w2, weights.b2);
  return layer_norm(z, weights.gamma2, weights.beta2, 1e-5);
}
