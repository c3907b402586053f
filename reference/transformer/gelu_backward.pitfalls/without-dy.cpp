// The slope without the chain rule.
#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& /*dy*/) {
  Eigen::VectorXd dx(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double below = 0.5 * (1 + std::erf(x(i) / std::numbers::sqrt2));
    const double density = std::exp(-0.5 * x(i) * x(i)) / std::sqrt(2 * std::numbers::pi);
    dx(i) = below + x(i) * density;
  }
  return dx;
}
