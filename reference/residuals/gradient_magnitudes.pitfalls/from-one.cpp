// The first layer fades already.
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  Eigen::VectorXd plain(layers);
  Eigen::VectorXd residual(layers);
  for (std::int64_t l = 0; l < layers; ++l) {
    plain(l) = std::pow(decay, l + 1);
    residual(l) = floor + (1 - floor) * std::pow(residual_decay, l + 1);
  }
  return {plain, residual};
}
