// Two orders for the same numbers.
#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd hidden = linear(x, w1, b1);
  hidden.reshaped<Eigen::RowMajor>() = gelu(hidden.reshaped());
  return linear(hidden, w2, b2);
}
