// Generated from the specification of normalization/layer_norm_rows; changes here are not graded.
#ifndef GRADER_EXERCISE_normalization_layer_norm_rows_HPP
#define GRADER_EXERCISE_normalization_layer_norm_rows_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_normalization_layer_norm_rows_HPP
