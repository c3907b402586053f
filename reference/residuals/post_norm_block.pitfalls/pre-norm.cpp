// The norms in the branches.
#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd h = x + multi_head_attention(layer_norm(x, weights.gamma1, weights.beta1, 1e-5),
                                                     weights.attention, heads, mask);
  return h + feed_forward(layer_norm(h, weights.gamma2, weights.beta2, 1e-5), weights.w1, weights.b1,
                          weights.w2, weights.b2);
}
