// Generated from the specification of residuals/gradient_magnitudes; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_gradient_magnitudes_HPP
#define GRADER_EXERCISE_residuals_gradient_magnitudes_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_GradientMagnitudesResult
#define GRADER_RECORD_GradientMagnitudesResult
struct GradientMagnitudesResult {
  Eigen::VectorXd plain;  // float[layers]
  Eigen::VectorXd residual;  // float[layers]
};
#endif

#endif  // GRADER_EXERCISE_residuals_gradient_magnitudes_HPP
