#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta,
                           double eps) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (int j = 0; j < x.cols(); j++) {
    double mean = x.col(j).sum() / x.rows();
    double variance = 0;
    for (int i = 0; i < x.rows(); i++) variance += (x(i, j) - mean) * (x(i, j) - mean) / x.rows();
    for (int i = 0; i < x.rows(); i++) {
      y(i, j) = gamma(j) * (x(i, j) - mean) / std::sqrt(variance + eps) + beta(j);
    }
  }
  return y;
}
