// verdict: wrong_answer
// fails: zero-weights
// The skip of the second step is the block's input.
#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd h = multi_head_attention(x, weights.attention, heads, mask);
  h += x;
  h = layer_norm(h, weights.gamma1, weights.beta1, 1e-5);
  h = feed_forward(h, weights.w1, weights.b1, weights.w2, weights.b2);
  h += x;
  return layer_norm(h, weights.gamma2, weights.beta2, 1e-5);
}
