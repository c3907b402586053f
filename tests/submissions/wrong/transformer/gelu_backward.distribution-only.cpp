// verdict: wrong_answer
// fails: worked-example
// Takes Φ(x) for a constant.
#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  const Eigen::ArrayXd below = x.unaryExpr([](double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; });
  return dy.array() * below;
}
