// Vaswani et al., "Attention Is All You Need", 2017, section 3.3, with GELU in place of ReLU as in Radford et
// al., "Improving Language Understanding by Generative Pre-Training", 2018.
#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd hidden = linear(x, w1, b1);
  hidden.reshaped() = gelu(hidden.reshaped());
  return linear(hidden, w2, b2);
}
