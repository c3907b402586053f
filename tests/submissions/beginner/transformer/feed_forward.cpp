#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd hidden = x * w1;
  for (int i = 0; i < hidden.rows(); i++) {
    for (int j = 0; j < hidden.cols(); j++) {
      hidden(i, j) = std::max(0.0, hidden(i, j) + b1(j));
    }
  }
  Eigen::MatrixXd y = hidden * w2;
  for (int i = 0; i < y.rows(); i++) {
    for (int j = 0; j < y.cols(); j++) {
      y(i, j) = y(i, j) + b2(j);
    }
  }
  return y;
}
