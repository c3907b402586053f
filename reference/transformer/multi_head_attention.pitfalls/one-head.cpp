// Does not split the features.
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t /*heads*/,
                                     const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd q = linear(x, weights.wq, weights.bq);
  const Eigen::MatrixXd k = linear(x, weights.wk, weights.bk);
  const Eigen::MatrixXd v = linear(x, weights.wv, weights.bv);

  return linear(attention(q, k, v, mask), weights.wo, weights.bo);
}
