// The formula with the logistic function.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  return x.unaryExpr([](double z) { return z / (1 + std::exp(-1.702 * z)); });
}
