#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights, std::int64_t heads,
                                     const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd q = (x * weights.wq).rowwise() + weights.bq.transpose();
  const Eigen::MatrixXd k = (x * weights.wk).rowwise() + weights.bk.transpose();
  const Eigen::MatrixXd v = (x * weights.wv).rowwise() + weights.bv.transpose();
  const Eigen::Index n = x.cols() / heads;
  Eigen::MatrixXd joined = x;
  for (Eigen::Index h = 0; h < heads; ++h) {
    const auto columns = Eigen::seqN(h, n, heads);
    joined(Eigen::all, columns) =
        attention(q(Eigen::all, columns), k(Eigen::all, columns), v(Eigen::all, columns), mask);
  }
  return (joined * weights.wo).rowwise() + weights.bo.transpose();
}
