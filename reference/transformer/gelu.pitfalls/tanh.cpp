// The formula with tanh.
#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  return x.unaryExpr([](double z) {
    return 0.5 * z * (1 + std::tanh(std::sqrt(2 / std::numbers::pi) * (z + 0.044715 * z * z * z)));
  });
}
