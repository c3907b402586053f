#include "transformer/linear.hpp"

Eigen::MatrixXd linear(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& b) {
  Eigen::MatrixXf y = x.cast<float>() * w.cast<float>();
  y.rowwise() += b.transpose().cast<float>();
  return y.cast<double>();
}
