#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(Eigen::MatrixXd x, double) {
  for (Eigen::Index i = 0; i < x.rows(); ++i) x.row(i) /= std::sqrt(x.row(i).array().square().mean());
  return x;
}
