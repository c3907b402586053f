#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (int i = 0; i < x.rows(); i++) {
    double sum = 0;
    for (int j = 0; j < x.cols(); j++) sum += x(i, j) * x(i, j);
    for (int j = 0; j < x.cols(); j++) y(i, j) = x(i, j) / std::sqrt(sum + eps);
  }
  return y;
}
