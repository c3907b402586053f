// One mean and one variance for the whole matrix.
#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  const Eigen::ArrayXXd centered = x.array() - x.mean();
  return centered / std::sqrt(centered.square().mean() + eps);
}
