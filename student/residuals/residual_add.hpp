// Generated from the specification of residuals/residual_add; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_residual_add_HPP
#define GRADER_EXERCISE_residuals_residual_add_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_residuals_residual_add_HPP
