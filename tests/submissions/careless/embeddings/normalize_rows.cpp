#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  Eigen::MatrixXf y = x.cast<float>();
  for (Eigen::Index i = 0; i < y.rows(); ++i) y.row(i) /= std::max(y.row(i).norm(), 1e-12f);
  return y.cast<double>();
}
