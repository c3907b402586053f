// Normalizes every example by the examples up to it.
#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    const Eigen::MatrixXd seen = x.topRows(i + 1);
    const Eigen::RowVectorXd mean = seen.colwise().mean();
    const Eigen::RowVectorXd variance = (seen.rowwise() - mean).array().square().colwise().mean();
    y.row(i) = (x.row(i) - mean).array() / (variance.array() + eps).sqrt();
  }
  return y;
}
