// Miyato, Kataoka, Koyama and Yoshida, "Spectral Normalization for Generative Adversarial Networks", 2018,
// equation 8; by a full decomposition instead of their power iteration, whose error depends on the matrix.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(w);
  return w / svd.singularValues()(0);
}
