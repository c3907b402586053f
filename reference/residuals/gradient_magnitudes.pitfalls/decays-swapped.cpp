// Each curve with the other's factor.
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  Eigen::VectorXd plain(layers);
  Eigen::VectorXd residual(layers);
  for (std::int64_t l = 0; l < layers; ++l) {
    plain(l) = std::pow(residual_decay, l);
    residual(l) = floor + (1 - floor) * std::pow(decay, l);
  }
  return {plain, residual};
}
