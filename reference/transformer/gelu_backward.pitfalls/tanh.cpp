// The derivative of the approximation.
#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  Eigen::VectorXd dx(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double root = std::sqrt(2 / std::numbers::pi);
    const double inner = std::tanh(root * (x(i) + 0.044715 * x(i) * x(i) * x(i)));
    const double slope = root * (1 + 3 * 0.044715 * x(i) * x(i));
    dx(i) = dy(i) * (0.5 * (1 + inner) + 0.5 * x(i) * (1 - inner * inner) * slope);
  }
  return dx;
}
