// Normalizes the weights as a layer normalizes activations.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) {
  const Eigen::VectorXd centered = v.array() - v.mean();
  return g * centered / centered.norm();
}
