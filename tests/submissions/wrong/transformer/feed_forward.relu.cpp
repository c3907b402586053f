// verdict: wrong_answer
// fails: worked-example
// ReLU between the layers.
#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd hidden = (x * w1).rowwise() + b1.transpose();
  hidden = (hidden.array() > 0).select(hidden, 0);
  return (hidden * w2).rowwise() + b2.transpose();
}
