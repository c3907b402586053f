// The floor is below the root.
#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  const Eigen::ArrayXd length = x.rowwise().squaredNorm().cwiseMax(1e-12).cwiseSqrt();
  return x.array().colwise() / length;
}
