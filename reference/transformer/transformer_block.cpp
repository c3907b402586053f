// Radford et al., "Language Models are Unsupervised Multitask Learners", 2019, section 2.3: the normalization
// at the input of each part.
#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(const Eigen::MatrixXd& x, const BlockWeights& weights, std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  constexpr double kEps = 1e-5;
  const Eigen::MatrixXd attended =
      x + multi_head_attention(layer_norm(x, weights.gamma1, weights.beta1, kEps), weights.attention, heads,
                               mask);
  return attended + feed_forward(layer_norm(attended, weights.gamma2, weights.beta2, kEps), weights.w1,
                                 weights.b1, weights.w2, weights.b2);
}
