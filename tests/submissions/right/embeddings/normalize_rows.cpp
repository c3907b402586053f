#include "embeddings/normalize_rows.hpp"

namespace {

double length(const Eigen::RowVectorXd& row) {
  double squares = 0;
  for (const double value : row) squares += value * value;
  return std::sqrt(squares);
}

}  // namespace

Eigen::MatrixXd normalize_rows(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd y = x;
  for (Eigen::Index i = 0; i < y.rows(); ++i) {
    double divisor = length(y.row(i));
    if (divisor < 1e-12) divisor = 1e-12;
    for (Eigen::Index d = 0; d < y.cols(); ++d) y(i, d) /= divisor;
  }
  return y;
}
