// Gives every column the length 1.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  const Eigen::Array<double, 1, Eigen::Dynamic> length = x.colwise().norm().cwiseMax(1e-12);
  return x.array().rowwise() / length;
}
