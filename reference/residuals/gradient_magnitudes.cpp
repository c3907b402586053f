// Powers of one factor, as in the analysis of vanishing gradients by Bengio, Simard and Frasconi, 1994; the
// constant part stands for the identity path of He et al., "Identity Mappings in Deep Residual Networks",
// 2016, equation 5.
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  Eigen::VectorXd plain(layers);
  Eigen::VectorXd residual(layers);
  for (std::int64_t l = 0; l < layers; ++l) {
    plain(l) = std::pow(decay, l);
    residual(l) = floor + (1 - floor) * std::pow(residual_decay, l);
  }
  return {plain, residual};
}
