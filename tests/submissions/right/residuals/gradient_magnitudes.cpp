#include "residuals/gradient_magnitudes.hpp"

// Each layer from the one before it.
GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  GradientMagnitudesResult result{Eigen::VectorXd::Ones(layers), Eigen::VectorXd::Ones(layers)};
  double rest = 1 - floor;
  for (int i = 1; i < layers; ++i) {
    rest *= residual_decay;
    result.plain[i] = result.plain[i - 1] * decay;
    result.residual[i] = floor + rest;
  }
  return result;
}
