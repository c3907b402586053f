// verdict: wrong_answer
// fails: random
// Both parts share a normalization.
#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  const auto norm = [&](const Eigen::MatrixXd& stream) {
    return layer_norm(stream, weights.gamma1, weights.beta1, 1e-5);
  };
  const Eigen::MatrixXd h = x + multi_head_attention(norm(x), weights.attention, heads, mask);
  return h + feed_forward(norm(h), weights.w1, weights.b1, weights.w2, weights.b2);
}
