// Stops in front of the output projection.
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t heads, const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd q = linear(x, weights.wq, weights.bq);
  const Eigen::MatrixXd k = linear(x, weights.wk, weights.bk);
  const Eigen::MatrixXd v = linear(x, weights.wv, weights.bv);
  const Eigen::Index size = x.cols() / heads;
  Eigen::MatrixXd joined(x.rows(), x.cols());
  for (Eigen::Index h = 0; h < heads; ++h)
    joined.middleCols(h * size, size) = attention(q.middleCols(h * size, size), k.middleCols(h * size, size),
                                                  v.middleCols(h * size, size), mask);
  return joined;
}
