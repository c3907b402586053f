// verdict: wrong_answer
// fails: worked-example
// Layers 1 to L.
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  GradientMagnitudesResult result{Eigen::VectorXd(layers), Eigen::VectorXd(layers)};
  double plain = 1, rest = 1 - floor;
  for (int i = 0; i < layers; ++i) {
    result.plain[i] = plain *= decay;
    result.residual[i] = floor + (rest *= residual_decay);
  }
  return result;
}
