#include "transformer/multi_head_attention.hpp"

// Without the earlier solutions, number by number.
Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& w, std::int64_t heads,
                                     const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::Index length = x.rows();
  const Eigen::Index size = x.cols() / heads;
  const Eigen::MatrixXd q = (x * w.wq).rowwise() + w.bq.transpose();
  const Eigen::MatrixXd k = (x * w.wk).rowwise() + w.bk.transpose();
  const Eigen::MatrixXd v = (x * w.wv).rowwise() + w.bv.transpose();
  Eigen::MatrixXd y = w.bo.transpose().replicate(length, 1);
  for (Eigen::Index c = 0; c < x.cols(); ++c) {
    const Eigen::Index first = c / size * size;  // of the head to which column c belongs
    for (Eigen::Index i = 0; i < length; ++i) {
      double total = 0;
      double found = 0;
      for (Eigen::Index j = 0; j < length; ++j) {
        if (mask && !(*mask)(i, j)) continue;
        double score = 0;
        for (Eigen::Index f = first; f < first + size; ++f) score += q(i, f) * k(j, f);
        const double weight = std::exp(score / std::sqrt(double(size)));
        total += weight;
        found += weight * v(j, c);
      }
      y.row(i) += found / total * w.wo.row(c);
    }
  }
  return y;
}
