#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor, double residual_decay) {
  GradientMagnitudesResult result;
  result.plain.resize(layers);
  result.residual.resize(layers);
  for (int l = 0; l < layers; l++) {
    result.plain(l) = std::pow(decay, l);
    result.residual(l) = floor + (1 - floor) * std::pow(residual_decay, l);
  }
  return result;
}
