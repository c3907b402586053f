#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  Eigen::MatrixXd y = x;
  for (int i = 0; i < x.rows(); i++) {
    double mean = 0;
    for (int j = 0; j < x.cols(); j++) mean += x(i, j);
    mean = mean / x.cols();
    double variance = 0;
    for (int j = 0; j < x.cols(); j++) variance += (x(i, j) - mean) * (x(i, j) - mean);
    variance = variance / x.cols();
    for (int j = 0; j < x.cols(); j++) y(i, j) = (x(i, j) - mean) / std::sqrt(variance + eps);
  }
  return y;
}
