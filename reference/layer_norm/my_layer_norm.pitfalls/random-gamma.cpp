// Draws gamma as weights are drawn.
#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double seed, const Eigen::VectorXd& x, double eps) {
  std::srand(static_cast<unsigned>(seed));
  const Eigen::ArrayXd gamma = Eigen::VectorXd::Random(x.size());
  const Eigen::ArrayXd centered = x.array() - x.mean();
  return gamma * centered / std::sqrt(centered.square().mean() + eps);
}
