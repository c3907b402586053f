#include "transformer/linear.hpp"

Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& b) {
  return x * w + b;
}
