// Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016: the derivative of x Φ(x) is Φ(x) + x φ(x).
#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  const double density_at_zero = 1 / std::sqrt(2 * std::numbers::pi);
  const Eigen::ArrayXd density = density_at_zero * (-0.5 * x.array().square()).exp();
  const Eigen::ArrayXd below =
      x.unaryExpr([](double z) { return (1 + std::erf(z / std::numbers::sqrt2)) / 2; });
  return dy.array() * (below + x.array() * density);
}
