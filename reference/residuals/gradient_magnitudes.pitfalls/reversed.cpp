// The last layer first.
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  Eigen::VectorXd plain(layers);
  Eigen::VectorXd residual(layers);
  for (std::int64_t l = 0; l < layers; ++l) {
    plain(l) = std::pow(decay, layers - 1 - l);
    residual(l) = floor + (1 - floor) * std::pow(residual_decay, layers - 1 - l);
  }
  return {plain, residual};
}
