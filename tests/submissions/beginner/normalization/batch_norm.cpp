#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  Eigen::MatrixXd y = x;
  for (int j = 0; j < x.cols(); j++) {
    double mean = x.col(j).mean();
    double variance = x.col(j).variance();
    for (int i = 0; i < x.rows(); i++) {
      y(i, j) = (x(i, j) - mean) / sqrt(variance + eps);
    }
  }
  return y;
}
