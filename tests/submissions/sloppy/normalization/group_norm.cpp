#include "normalization/group_norm.hpp"

Eigen::MatrixXd group_norm(Eigen::MatrixXd x, std::int64_t groups, double eps) {
  const Eigen::Index k = x.cols() / groups;
  for (Eigen::Index g = 0; g < groups; ++g) {
    for (Eigen::Index i = 0; i < x.rows(); ++i) {
      auto part = x.block(i, g * k, 1, k);
      part.array() -= part.mean();
      part /= std::sqrt(part.squaredNorm() / double(k - 1) + eps);
    }
  }
  return x;
}
