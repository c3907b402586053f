// verdict: wrong_answer
// fails: random
// Deals the features out like cards.
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t heads, const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::Index size = x.cols() / heads;
  const auto columns_of = [&](const Eigen::MatrixXd& m, Eigen::Index head) {
    Eigen::MatrixXd part(m.rows(), size);
    for (Eigen::Index c = 0; c < size; ++c) part.col(c) = m.col(c * heads + head);
    return part;
  };
  const Eigen::MatrixXd q = linear(x, weights.wq, weights.bq);
  const Eigen::MatrixXd k = linear(x, weights.wk, weights.bk);
  const Eigen::MatrixXd v = linear(x, weights.wv, weights.bv);
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index h = 0; h < heads; ++h) {
    const Eigen::MatrixXd found = attention(columns_of(q, h), columns_of(k, h), columns_of(v, h), mask);
    for (Eigen::Index c = 0; c < size; ++c) y.col(c * heads + h) = found.col(c);
  }
  return linear(y, weights.wo, weights.bo);
}
