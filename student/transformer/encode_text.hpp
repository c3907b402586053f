// Generated from the specification of transformer/encode_text; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_encode_text_HPP
#define GRADER_EXERCISE_transformer_encode_text_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_encode_text_HPP
