// verdict: wrong_answer
// fails: worked-example
// The residual gradient starts at 1 + floor.
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  const Eigen::ArrayXd l = Eigen::ArrayXd::LinSpaced(layers, 0, double(layers - 1));
  const Eigen::ArrayXd plain = l.unaryExpr([&](double n) { return std::pow(decay, n); });
  const Eigen::ArrayXd fading = l.unaryExpr([&](double n) { return std::pow(residual_decay, n); });
  return {plain, fading + floor};
}
