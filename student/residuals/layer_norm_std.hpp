// Generated from the specification of residuals/layer_norm_std; changes here are not graded.
#ifndef GRADER_EXERCISE_residuals_layer_norm_std_HPP
#define GRADER_EXERCISE_residuals_layer_norm_std_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_residuals_layer_norm_std_HPP
