#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  Eigen::MatrixXd y = x * w;
  for (int i = 0; i < y.rows(); i++) {
    double mean = y.row(i).mean();
    double variance = 0;
    for (int j = 0; j < y.cols(); j++) variance += (y(i, j) - mean) * (y(i, j) - mean) / y.cols();
    for (int j = 0; j < y.cols(); j++) y(i, j) = gamma(j) * (y(i, j) - mean) / std::sqrt(variance + eps) + beta(j);
  }
  return y;
}
