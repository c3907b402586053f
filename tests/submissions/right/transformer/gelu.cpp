#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(Eigen::VectorXd x) {
  for (double& value : x) value *= 0.5 * std::erfc(-value * std::sqrt(0.5));
  return x;
}
