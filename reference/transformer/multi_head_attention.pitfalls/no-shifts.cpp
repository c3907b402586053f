// Bare products for queries, keys and values.
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t heads, const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd q = x * weights.wq;
  const Eigen::MatrixXd k = x * weights.wk;
  const Eigen::MatrixXd v = x * weights.wv;
  const Eigen::Index size = x.cols() / heads;
  Eigen::MatrixXd joined(x.rows(), x.cols());
  for (Eigen::Index h = 0; h < heads; ++h)
    joined.middleCols(h * size, size) = attention(q.middleCols(h * size, size), k.middleCols(h * size, size),
                                                  v.middleCols(h * size, size), mask);
  return linear(joined, weights.wo, weights.bo);
}
