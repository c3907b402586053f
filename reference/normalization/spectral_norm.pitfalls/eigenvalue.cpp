// Takes the largest eigenvalue where there are eigenvalues.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  if (w.rows() != w.cols()) return w / Eigen::JacobiSVD<Eigen::MatrixXd>(w).singularValues()(0);
  return w / w.eigenvalues().cwiseAbs().maxCoeff();
}
