// Divides by the length, whatever it is.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  const Eigen::ArrayXd length = x.rowwise().norm();
  return x.array().colwise() / length;
}
