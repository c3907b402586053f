#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  Eigen::VectorXd dx = dy;
  for (int i = 0; i < x.size(); ++i)
    dx[i] *= 0.5 * (1 + std::erf(x[i] / std::sqrt(2.0))) + x[i] * std::exp(-x[i] * x[i] / 2);
  return dx;
}
