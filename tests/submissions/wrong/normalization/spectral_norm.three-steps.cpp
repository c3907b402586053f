// verdict: wrong_answer
// fails: worked-example
// A power iteration that stops too early.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  Eigen::VectorXd v = Eigen::VectorXd::LinSpaced(w.cols(), 1, 2);
  for (int step = 0; step < 3; ++step) v = (w.transpose() * (w * v)).normalized();
  return w / (w * v).norm();
}
