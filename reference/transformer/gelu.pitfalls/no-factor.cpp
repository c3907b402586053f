// The probability without x.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  return x.unaryExpr([](double z) { return (1 + std::erf(z / std::numbers::sqrt2)) / 2; });
}
