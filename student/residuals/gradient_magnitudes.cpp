// How a gradient fades. What is asked: grader show residuals/gradient_magnitudes
//
//   layers: int
//   decay: float
//   floor: float
//   residual_decay: float
//   returns GradientMagnitudesResult with
//     plain: float[layers]
//     residual: float[layers]
#include "residuals/gradient_magnitudes.hpp"

GradientMagnitudesResult gradient_magnitudes(std::int64_t layers, double decay, double floor,
                                             double residual_decay) {
  grader::todo();  // your solution goes here
}
