#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  Eigen::VectorXd y(x.size());
  for (int i = 0; i < x.size(); i++) {
    y(i) = x(i) * (1 + std::erf(x(i) / std::sqrt(2))) / 2;
  }
  return y;
}
