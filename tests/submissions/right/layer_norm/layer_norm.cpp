#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(Eigen::MatrixXd x, Eigen::VectorXd gamma, const Eigen::VectorXd& beta,
                           double eps) {
  const Eigen::Index features = x.cols();
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    double mean = 0;
    for (Eigen::Index j = 0; j < features; ++j) mean += x(i, j) / features;
    double variance = 0;
    for (Eigen::Index j = 0; j < features; ++j) variance += std::pow(x(i, j) - mean, 2) / features;
    for (Eigen::Index j = 0; j < features; ++j)
      x(i, j) = gamma[j] * ((x(i, j) - mean) / std::sqrt(variance + eps)) + beta[j];
  }
  return x;
}
