// Ba, Kiros and Hinton, "Layer Normalization", 2016, with gain 1 and bias 0, which need no random numbers.
#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double /*seed*/, const Eigen::VectorXd& x, double eps) {
  const Eigen::ArrayXd centered = x.array() - x.mean();
  const double variance = centered.square().mean();
  return centered / std::sqrt(variance + eps);
}
