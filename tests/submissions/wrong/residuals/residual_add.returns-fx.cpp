// verdict: wrong_answer
// fails: worked-example
// The input is forgotten.
#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(const Eigen::MatrixXd& x, const Eigen::MatrixXd& fx) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index i = 0; i < y.rows(); ++i)
    for (Eigen::Index j = 0; j < y.cols(); ++j) y(i, j) = fx(i, j);
  return y;
}
