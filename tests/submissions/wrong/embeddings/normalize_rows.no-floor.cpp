// verdict: not_finite
// fails: worked-example
// Divides 0 by 0.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd y = x;
  for (Eigen::Index i = 0; i < x.rows(); ++i) y.row(i) /= std::sqrt(x.row(i).squaredNorm());
  return y;
}
