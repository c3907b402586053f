// Sums with the normalized copies.
#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd first = layer_norm(x, weights.gamma1, weights.beta1, 1e-5);
  const Eigen::MatrixXd attended = first + multi_head_attention(first, weights.attention, heads, mask);
  const Eigen::MatrixXd second = layer_norm(attended, weights.gamma2, weights.beta2, 1e-5);
  return second + feed_forward(second, weights.w1, weights.b1, weights.w2, weights.b2);
}
