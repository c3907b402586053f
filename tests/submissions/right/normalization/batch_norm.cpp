#include "normalization/batch_norm.hpp"

// Helpers of the same name as in layer_norm_rows.cpp, which must not meet.
static double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

static std::vector<double> line(const Eigen::MatrixXd& x, Eigen::Index column) {
  std::vector<double> values;
  for (Eigen::Index i = 0; i < x.rows(); ++i) values.push_back(x(i, column));
  return values;
}

Eigen::MatrixXd batch_norm(Eigen::MatrixXd x, const double eps) {
  for (Eigen::Index j = 0; j < x.cols(); ++j) {
    const std::vector<double> column = line(x, j);
    const double middle = mean(column);
    std::vector<double> squares;
    for (double value : column) squares.push_back((value - middle) * (value - middle));
    const double scale = std::sqrt(mean(squares) + eps);
    for (Eigen::Index i = 0; i < x.rows(); ++i) x(i, j) = (x(i, j) - middle) / scale;
  }
  return x;
}
