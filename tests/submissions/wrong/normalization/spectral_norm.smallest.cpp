// verdict: wrong_answer
// fails: worked-example
// The last singular value is the smallest.
#include "normalization/spectral_norm.hpp"

Eigen::MatrixXd spectral_norm(const Eigen::MatrixXd& w) {
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(w);
  return w / svd.singularValues().tail(1)(0);
}
