// Generated from the specification of transformer/swiglu_ffn; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_swiglu_ffn_HPP
#define GRADER_EXERCISE_transformer_swiglu_ffn_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_swiglu_ffn_HPP
