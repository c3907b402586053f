// The density for the distribution.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  return x.unaryExpr([](double z) { return z * std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi); });
}
