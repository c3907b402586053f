// The network of 2017.
#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  return linear(linear(x, w1, b1).cwiseMax(0), w2, b2);
}
