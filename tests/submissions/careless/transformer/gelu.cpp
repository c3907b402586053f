#include "transformer/gelu.hpp"

Eigen::VectorXd gelu(const Eigen::VectorXd& x) {
  const Eigen::VectorXf z = x.cast<float>();
  return z.unaryExpr([](float v) { return 0.5f * v * (1.0f + std::erf(v / 1.4142135f)); }).cast<double>();
}
