// Every H-th column to a head.
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t heads, const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd q = linear(x, weights.wq, weights.bq);
  const Eigen::MatrixXd k = linear(x, weights.wk, weights.bk);
  const Eigen::MatrixXd v = linear(x, weights.wv, weights.bv);
  Eigen::MatrixXd joined(x.rows(), x.cols());
  for (Eigen::Index h = 0; h < heads; ++h) {
    const auto columns = Eigen::seqN(h, x.cols() / heads, heads);
    joined(Eigen::all, columns) =
        attention(q(Eigen::all, columns), k(Eigen::all, columns), v(Eigen::all, columns), mask);
  }
  return linear(joined, weights.wo, weights.bo);
}
