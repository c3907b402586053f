// verdict: wrong_answer
// fails: worked-example
// Thinks of PyTorch's layout.
#include "transformer/linear.hpp"

Eigen::MatrixXd linear(const Eigen::MatrixXd& x, Eigen::MatrixXd w, const Eigen::VectorXd& b) {
  w.transposeInPlace();
  Eigen::MatrixXd y = x * w;
  for (Eigen::Index t = 0; t < y.rows(); ++t) y.row(t) += b.transpose();
  return y;
}
