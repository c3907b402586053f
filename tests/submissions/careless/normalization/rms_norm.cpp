#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::MatrixXf values = x.cast<float>();
  const Eigen::ArrayXf rms = (values.rowwise().squaredNorm().array() / float(x.cols()) + float(eps)).sqrt();
  const Eigen::ArrayXXf y = values.array().colwise() / rms;
  return y.matrix().cast<double>();
}
