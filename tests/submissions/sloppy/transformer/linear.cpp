#include "transformer/linear.hpp"

Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& b) {
  Eigen::MatrixXd y = x * w;
  y.row(0) += b;
  return y;
}
