// The operator norm that belongs to the maximum norm of vectors.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  return w / w.cwiseAbs().rowwise().sum().maxCoeff();
}
