// The floor is added.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  const Eigen::ArrayXd length = x.rowwise().norm().array() + 1e-12;
  return x.array().colwise() / length;
}
