#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  GradientMagnitudesResult result{Eigen::VectorXd(layers), Eigen::VectorXd(layers)};
  float plain = 1;
  float rest = 1;
  for (std::int64_t l = 0; l < layers; ++l) {
    result.plain[l] = plain;
    result.residual[l] = floor + (1 - floor) * rest;
    plain *= float(decay);
    rest *= float(residual_decay);
  }
  return result;
}
