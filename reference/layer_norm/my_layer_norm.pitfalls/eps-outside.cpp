// Adds eps to the standard deviation.
#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double /*seed*/, const Eigen::VectorXd& x, double eps) {
  const Eigen::ArrayXd centered = x.array() - x.mean();
  return centered / (std::sqrt(centered.square().mean()) + eps);
}
