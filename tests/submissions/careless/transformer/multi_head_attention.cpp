#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights, std::int64_t heads,
                                     const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd q = (x * weights.wq).rowwise() + weights.bq.transpose();
  const Eigen::MatrixXd k = (x * weights.wk).rowwise() + weights.bk.transpose();
  const Eigen::MatrixXd v = (x * weights.wv).rowwise() + weights.bv.transpose();
  const Eigen::Index size = x.cols() / heads;
  Eigen::MatrixXf joined(x.rows(), x.cols());
  for (std::int64_t h = 0; h < heads; ++h)
    joined.middleCols(h * size, size) =
        attention(q.middleCols(h * size, size), k.middleCols(h * size, size), v.middleCols(h * size, size), mask)
            .cast<float>();
  return (joined.cast<double>() * weights.wo).rowwise() + weights.bo.transpose();
}
