// Generated from the specification of transformer/gelu_backward; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_gelu_backward_HPP
#define GRADER_EXERCISE_transformer_gelu_backward_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_gelu_backward_HPP
