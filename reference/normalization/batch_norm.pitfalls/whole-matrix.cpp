// One mean and one variance for all features.
#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::ArrayXXd centered = x.array() - x.mean();
  return centered / std::sqrt(centered.square().mean() + eps);
}
