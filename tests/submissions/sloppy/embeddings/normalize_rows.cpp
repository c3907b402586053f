#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(Eigen::MatrixXd x) {
  for (auto row : x.rowwise()) row /= row.norm();
  return x;
}
