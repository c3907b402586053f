#include "transformer/gelu_backward.hpp"

Eigen::VectorXd gelu_backward(const Eigen::VectorXd& x, const Eigen::VectorXd& dy) {
  Eigen::VectorXd dx(x.size());
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const float z = float(x[i]);
    const float below = 0.5f * (1.0f + std::erf(z / 1.4142135f));
    const float density = std::exp(-z * z / 2) / 2.5066283f;
    dx[i] = dy[i] * double(below + z * density);
  }
  return dx;
}
