// Takes the largest eigenvalue of the Gram matrix, which is the square.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(w.transpose() * w);
  return w / solver.eigenvalues().maxCoeff();
}
