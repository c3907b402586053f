#include "embeddings/normalize_rows.hpp"

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd y = x;
  for (int i = 0; i < x.rows(); i++) {
    double length = y.row(i).length();
    if (length < 1e-12) length = 1e-12;
    y.row(i) = y.row(i) / length;
  }
  return y;
}
