// The function and not its derivative.
#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  Eigen::VectorXd dx(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double below = 0.5 * (1 + std::erf(x(i) / std::numbers::sqrt2));
    dx(i) = dy(i) * x(i) * below;
  }
  return dx;
}
