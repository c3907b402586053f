// Vaswani et al., "Attention Is All You Need", 2017, section 3.1: LayerNorm(x + Sublayer(x)), for both
// sub-layers.
#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  constexpr double kEps = 1e-5;
  const Eigen::MatrixXd fetched = multi_head_attention(x, weights.attention, heads, mask);
  const Eigen::MatrixXd attended = layer_norm(x + fetched, weights.gamma1, weights.beta1, kEps);
  const Eigen::MatrixXd thought = feed_forward(attended, weights.w1, weights.b1, weights.w2, weights.b2);
  return layer_norm(attended + thought, weights.gamma2, weights.beta2, kEps);
}
