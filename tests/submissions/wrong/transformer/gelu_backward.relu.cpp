// verdict: wrong_answer
// fails: worked-example
// The slope of ReLU.
#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  return (x.array() > 0).select(dy, 0.0);
}
