#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  return w / w.jacobiSvd().singularValues()(w.cols() - 1);  // they are sorted
}
