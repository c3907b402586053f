// Generated from the specification of transformer/decode_text; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_decode_text_HPP
#define GRADER_EXERCISE_transformer_decode_text_HPP

#include "grader.hpp"

// Your solution of transformer/encode_text.
Eigen::VectorX<std::int64_t> encode_text(const std::string& text, const std::string& vocabulary)
    __asm__("grader_function_transformer__encode_text");

#endif  // GRADER_EXERCISE_transformer_decode_text_HPP
