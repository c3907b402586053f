#include "normalization/group_norm.hpp"

Eigen::MatrixXd group_norm(const Eigen::MatrixXd& x, std::int64_t groups, double eps) {
  Eigen::MatrixXd y(x.rows(), groups);
  for (int i = 0; i < x.rows(); i++) {
    for (int g = 0; g < groups; g++) {
      y(i, g) = x.row(i).segment(g * x.cols() / groups, x.cols() / groups).mean();
    }
  }
  return y;
}
