// Generated from the specification of residuals/standardize; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_standardize_HPP
#define GRADER_EXERCISE_residuals_standardize_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_residuals_standardize_HPP
