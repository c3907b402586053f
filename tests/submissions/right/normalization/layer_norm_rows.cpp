#include "normalization/layer_norm_rows.hpp"

// Helpers of the same name as in batch_norm.cpp, which must not meet.
static double mean(const Eigen::RowVectorXd& values) {
  return values.sum() / static_cast<double>(values.size());
}

static Eigen::RowVectorXd line(const Eigen::RowVectorXd& values, double eps) {
  const Eigen::RowVectorXd centered = values - Eigen::RowVectorXd::Constant(values.size(), mean(values));
  return centered / std::sqrt(mean(centered.cwiseProduct(centered)) + eps);
}

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  Eigen::MatrixXd y = x;
  for (auto row : y.rowwise()) row = line(row, eps);
  return y;
}
