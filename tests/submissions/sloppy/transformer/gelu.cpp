#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(Eigen::VectorXd x) {
  for (double& z : x) z = 0.5 * z * (1 + std::tanh(std::sqrt(2 / M_PI) * (z + 0.044715 * z * z * z)));
  return x;
}
