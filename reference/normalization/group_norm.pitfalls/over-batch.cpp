// All examples share the statistics of a group.
#include "normalization/group_norm.hpp"

Eigen::MatrixXd group_norm(const Eigen::MatrixXd& x, std::int64_t groups, double eps) {
  const Eigen::Index size = x.cols() / groups;
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index g = 0; g < groups; ++g) {
    Eigen::ArrayXXd group = x.middleCols(g * size, size);
    group -= group.mean();
    y.middleCols(g * size, size) = group / std::sqrt(group.square().mean() + eps);
  }
  return y;
}
