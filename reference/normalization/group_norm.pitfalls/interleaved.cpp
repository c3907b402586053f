// Channel c belongs to group c % groups.
#include "normalization/group_norm.hpp"

Eigen::MatrixXd group_norm(const Eigen::MatrixXd& x, std::int64_t groups, double eps) {
  const Eigen::Index size = x.cols() / groups;
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < x.rows(); ++i)
    for (Eigen::Index g = 0; g < groups; ++g) {
      Eigen::ArrayXd group(size);
      for (Eigen::Index k = 0; k < size; ++k) group(k) = x(i, k * groups + g);
      group -= group.mean();
      group /= std::sqrt(group.square().mean() + eps);
      for (Eigen::Index k = 0; k < size; ++k) y(i, k * groups + g) = group(k);
    }
  return y;
}
