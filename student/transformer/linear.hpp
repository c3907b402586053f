// Generated from the specification of transformer/linear; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_linear_HPP
#define GRADER_EXERCISE_transformer_linear_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_linear_HPP
