// verdict: wrong_answer
// fails: eps-inside-root
// Adds eps to the root.
#include "normalization/rms_norm.hpp"

Eigen::MatrixXd rms_norm(const Eigen::MatrixXd& x, double eps) {
  const Eigen::ArrayXd rms = x.array().square().rowwise().mean().sqrt() + eps;
  return x.array().colwise() / rms;
}
