// Leaves a row of length 0 as it is, which is all that Eigen's normalized() does.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd y = x;
  for (Eigen::Index i = 0; i < x.rows(); ++i) y.row(i) = x.row(i).normalized();
  return y;
}
