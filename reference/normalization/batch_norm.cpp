// Ioffe and Szegedy, "Batch Normalization: Accelerating Deep Network Training by Reducing Internal Covariate
// Shift", 2015, algorithm 1 without scale and shift.
#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::RowVectorXd mean = x.colwise().mean();
  const Eigen::ArrayXXd centered = (x.rowwise() - mean).array();
  const Eigen::RowVectorXd variance = centered.square().colwise().mean();
  const Eigen::RowVectorXd scale = (variance.array() + eps).sqrt();
  return centered.rowwise() / scale.array();
}
