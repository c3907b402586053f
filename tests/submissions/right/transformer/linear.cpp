#include "transformer/linear.hpp"

Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& b) {
  Eigen::MatrixXd y(x.rows(), w.cols());
  for (Eigen::Index t = 0; t < y.rows(); ++t) {
    for (Eigen::Index o = 0; o < y.cols(); ++o) {
      y(t, o) = b[o];
      for (Eigen::Index i = 0; i < w.rows(); ++i) y(t, o) += x(t, i) * w(i, o);
    }
  }
  return y;
}
