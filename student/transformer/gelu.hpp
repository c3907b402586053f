// Generated from the specification of transformer/gelu; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_gelu_HPP
#define GRADER_EXERCISE_transformer_gelu_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_gelu_HPP
