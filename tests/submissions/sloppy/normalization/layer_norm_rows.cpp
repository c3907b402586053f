#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(Eigen::MatrixXd x, double) {
  for (auto row : x.rowwise()) {
    row.array() -= row.mean();
    row /= std::sqrt(row.squaredNorm() / double(row.size()) + 1e-5);
  }
  return x;
}
