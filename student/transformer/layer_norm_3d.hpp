// Generated from the specification of transformer/layer_norm_3d; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_layer_norm_3d_HPP
#define GRADER_EXERCISE_transformer_layer_norm_3d_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_layer_norm_3d_HPP
