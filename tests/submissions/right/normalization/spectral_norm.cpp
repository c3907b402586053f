#include "normalization/spectral_norm.hpp"

// The largest singular value is the root of the largest eigenvalue of the smaller Gram matrix.
static double largest_singular_value(const Eigen::MatrixXd& w) {
  const Eigen::MatrixXd gram =
      w.rows() < w.cols() ? Eigen::MatrixXd(w * w.transpose()) : Eigen::MatrixXd(w.transpose() * w);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram, Eigen::EigenvaluesOnly);
  return std::sqrt(solver.eigenvalues().maxCoeff());
}

Eigen::MatrixXd spectral_norm(Eigen::MatrixXd w) {
  w *= 1 / largest_singular_value(w);
  return w;
}
