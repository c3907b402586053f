// All of the gradient fades, and the floor comes on top.
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  Eigen::VectorXd plain(layers);
  Eigen::VectorXd residual(layers);
  for (std::int64_t l = 0; l < layers; ++l) {
    plain(l) = std::pow(decay, l);
    residual(l) = floor + std::pow(residual_decay, l);
  }
  return {plain, residual};
}
