// The first layer without its shift.
#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1,
                             const Eigen::VectorXd& /*b1*/, const Eigen::MatrixXd& w2,
                             const Eigen::VectorXd& b2) {
  Eigen::MatrixXd hidden = x * w1;
  hidden.reshaped() = gelu(hidden.reshaped());
  return linear(hidden, w2, b2);
}
