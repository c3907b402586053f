#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor, double residual_decay) {
  GradientMagnitudesResult r{Eigen::VectorXd(layers), Eigen::VectorXd(layers)};
  for (int l = 1; l <= layers; ++l) {
    r.plain[l - 1] = std::pow(decay, l);
    r.residual[l - 1] = floor + (1 - floor) * std::pow(residual_decay, l);
  }
  return r;
}
