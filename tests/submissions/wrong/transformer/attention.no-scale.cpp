// verdict: wrong_answer
// fails: worked-example
// Leaves the root out.
#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          std::optional<Eigen::MatrixX<bool>> mask) {
  Eigen::MatrixXd y(q.rows(), v.cols());
  for (Eigen::Index i = 0; i < q.rows(); ++i) {
    Eigen::VectorXd weights = k * q.row(i).transpose();
    for (Eigen::Index j = 0; j < k.rows(); ++j)
      if (mask && !(*mask)(i, j)) weights[j] = -1e300;
    weights = (weights.array() - weights.maxCoeff()).exp();
    y.row(i) = (v.transpose() * weights / weights.sum()).transpose();
  }
  return y;
}
