// Generated from the specification of transformer/attention; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_attention_HPP
#define GRADER_EXERCISE_transformer_attention_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_attention_HPP
