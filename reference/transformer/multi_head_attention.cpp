// Vaswani et al., "Attention Is All You Need", 2017, section 3.2.2, with biases.
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t heads, const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd q = linear(x, weights.wq, weights.bq);
  const Eigen::MatrixXd k = linear(x, weights.wk, weights.bk);
  const Eigen::MatrixXd v = linear(x, weights.wv, weights.bv);
  const Eigen::Index size = x.cols() / heads;
  Eigen::MatrixXd joined(x.rows(), x.cols());
  for (Eigen::Index from = 0; from < x.cols(); from += size)
    joined.middleCols(from, size) =
        attention(q.middleCols(from, size), k.middleCols(from, size), v.middleCols(from, size), mask);
  return linear(joined, weights.wo, weights.bo);
}
