// Wu and He, "Group Normalization", 2018, section 3.1, without scale and shift.
#include "normalization/group_norm.hpp"

namespace {

Eigen::MatrixXd standardized_rows(const Eigen::MatrixXd& x, double eps) {
  const Eigen::VectorXd mean = x.rowwise().mean();
  const Eigen::ArrayXXd centered = (x.colwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().rowwise().mean();
  const Eigen::ArrayXd scale = (variance + eps).sqrt();
  return centered.colwise() / scale;
}

}  // namespace

Eigen::MatrixXd group_norm(const Eigen::MatrixXd& x, std::int64_t groups, double eps) {
  const Eigen::Index size = x.cols() / groups;
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index group = 0; group < groups; ++group)
    y.middleCols(group * size, size) = standardized_rows(x.middleCols(group * size, size), eps);
  return y;
}
