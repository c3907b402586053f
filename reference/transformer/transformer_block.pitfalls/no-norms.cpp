// Sums alone.
#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd attended = x + multi_head_attention(x, weights.attention, heads, mask);
  return attended + feed_forward(attended, weights.w1, weights.b1, weights.w2, weights.b2);
}
