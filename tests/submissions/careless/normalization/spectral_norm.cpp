#include "normalization/spectral_norm.hpp"

// The power method; ten steps are plenty.
Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  Eigen::VectorXd v = Eigen::VectorXd::Ones(w.cols());
  for (int step = 0; step < 10; ++step) v = (w.transpose() * (w * v)).normalized();
  return w / (w * v).norm();
}
