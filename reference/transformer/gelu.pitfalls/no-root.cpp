// The error function of x itself.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  return x.unaryExpr([](double z) { return z * (1 + std::erf(z)) / 2; });
}
