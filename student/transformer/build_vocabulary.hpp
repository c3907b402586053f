// Generated from the specification of transformer/build_vocabulary; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_build_vocabulary_HPP
#define GRADER_EXERCISE_transformer_build_vocabulary_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_build_vocabulary_HPP
