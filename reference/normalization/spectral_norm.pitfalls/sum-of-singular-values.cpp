// The nuclear norm.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(w);
  return w / svd.singularValues().sum();
}
