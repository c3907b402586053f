#include "normalization/group_norm.hpp"

Eigen::MatrixXd group_norm(const Eigen::MatrixXd& x, std::int64_t groups, double eps) {
  const Eigen::Index size = x.cols() / groups;
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < x.rows(); ++i)
    for (Eigen::Index g = 0; g < groups; ++g) {
      float sum = 0;
      float squares = 0;
      for (Eigen::Index j = g * size; j < (g + 1) * size; ++j) {
        sum += float(x(i, j));
        squares += float(x(i, j)) * float(x(i, j));
      }
      const float mean = sum / float(size);
      const float variance = squares / float(size) - mean * mean;
      for (Eigen::Index j = g * size; j < (g + 1) * size; ++j)
        y(i, j) = (x(i, j) - mean) / std::sqrt(variance + float(eps));
    }
  return y;
}
