// Divides by the squared length.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  const Eigen::ArrayXd length = x.rowwise().squaredNorm().cwiseMax(1e-12);
  return x.array().colwise() / length;
}
