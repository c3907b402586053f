// GELU behind each layer.
#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd hidden = linear(x, w1, b1);
  hidden.reshaped() = gelu(hidden.reshaped());
  Eigen::MatrixXd y = linear(hidden, w2, b2);
  y.reshaped() = gelu(y.reshaped());
  return y;
}
