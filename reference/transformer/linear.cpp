// Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986, equation
// 1, with a shift and for rows: y = x w + b.
#include "transformer/linear.hpp"

Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& b) {
  return (x * w).rowwise() + b.transpose();
}
