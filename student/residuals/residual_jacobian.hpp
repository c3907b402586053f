// Generated from the specification of residuals/residual_jacobian; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_residual_jacobian_HPP
#define GRADER_EXERCISE_residuals_residual_jacobian_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_residuals_residual_jacobian_HPP
