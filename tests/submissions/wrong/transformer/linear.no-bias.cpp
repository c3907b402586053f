// verdict: wrong_answer
// fails: worked-example
// Forgets the shift.
#include "transformer/linear.hpp"

Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd&) {
  Eigen::MatrixXd y(x.rows(), w.cols());
  for (Eigen::Index t = 0; t < y.rows(); ++t)
    for (Eigen::Index o = 0; o < y.cols(); ++o) y(t, o) = x.row(t).dot(w.col(o));
  return y;
}
