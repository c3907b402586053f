// Normalizes behind each sum.
#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd attended = layer_norm(x + multi_head_attention(x, weights.attention, heads, mask),
                                              weights.gamma1, weights.beta1, 1e-5);
  return layer_norm(attended + feed_forward(attended, weights.w1, weights.b1, weights.w2, weights.b2),
                    weights.gamma2, weights.beta2, 1e-5);
}
