#include <iostream>

#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd h = (x * w1).rowwise() + b1.transpose();
  std::cout << "hidden: " << h.rows() << " x " << h.cols() << std::endl;
  h = h.unaryExpr([](double z) { return z * (1 + std::erf(z / std::sqrt(2.0))) / 2; }).eval();
  return (h * w2).rowwise() + b2.transpose();
}
