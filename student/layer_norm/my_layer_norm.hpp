// Generated from the specification of layer_norm/my_layer_norm; changes here are not graded.
#ifndef GRADER_EXERCISE_layer_norm_my_layer_norm_HPP
#define GRADER_EXERCISE_layer_norm_my_layer_norm_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_layer_norm_my_layer_norm_HPP
