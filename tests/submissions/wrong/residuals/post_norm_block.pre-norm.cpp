// verdict: wrong_answer
// fails: worked-example
// As in GPT-2.
#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(Eigen::MatrixXd x, const BlockWeights& weights, std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd seen = layer_norm(x, weights.gamma1, weights.beta1, 1e-5);
  x += multi_head_attention(seen, weights.attention, heads, mask);
  const Eigen::MatrixXd seen_again = layer_norm(x, weights.gamma2, weights.beta2, 1e-5);
  x += feed_forward(seen_again, weights.w1, weights.b1, weights.w2, weights.b2);
  return x;
}
