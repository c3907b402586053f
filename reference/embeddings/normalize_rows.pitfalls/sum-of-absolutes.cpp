// Divides by the L1 norm.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  const Eigen::ArrayXd length = x.rowwise().lpNorm<1>().cwiseMax(1e-12);
  return x.array().colwise() / length;
}
