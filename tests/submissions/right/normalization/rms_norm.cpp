#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  return x.array() /
         ((x.rowwise().squaredNorm() / double(x.cols())).array() + eps).sqrt().replicate(1, x.cols());
}
