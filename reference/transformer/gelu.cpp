// Hendrycks and Gimpel, "Gaussian Error Linear Units (GELUs)", 2016, section 2: x Φ(x), with Φ from the error
// function.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  return x.unaryExpr([](double z) { return z * (1 + std::erf(z / std::numbers::sqrt2)) / 2; });
}
