// verdict: wrong_answer
// fails: worked-example
// Divides by the root of the whole width.
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& w, std::int64_t heads,
                                     const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::Index size = x.cols() / heads;
  const Eigen::MatrixXd q = linear(x, w.wq, w.bq);
  const Eigen::MatrixXd k = linear(x, w.wk, w.bk);
  const Eigen::MatrixXd v = linear(x, w.wv, w.bv);
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index h = 0; h < heads; ++h) {
    Eigen::ArrayXXd scores = q.middleCols(h * size, size) * k.middleCols(h * size, size).transpose();
    scores /= std::sqrt(static_cast<double>(x.cols()));
    scores = scores.exp();
    if (mask) scores *= mask->cast<double>().array();
    for (Eigen::Index i = 0; i < scores.rows(); ++i) scores.row(i) /= scores.row(i).sum();
    y.middleCols(h * size, size) = scores.matrix() * v.middleCols(h * size, size);
  }
  return linear(y, w.wo, w.bo);
}
