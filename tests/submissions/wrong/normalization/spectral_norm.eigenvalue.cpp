// verdict: not_finite
// fails: not-eigenvalues
// The largest eigenvalue of a square matrix, which may be 0.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  if (w.rows() != w.cols()) return w / Eigen::JacobiSVD<Eigen::MatrixXd>(w).singularValues()(0);
  return w / w.eigenvalues().cwiseAbs().maxCoeff();
}
