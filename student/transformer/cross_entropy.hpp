// Generated from the specification of transformer/cross_entropy; changes here are not graded.
#ifndef GRADER_EXERCISE_transformer_cross_entropy_HPP
#define GRADER_EXERCISE_transformer_cross_entropy_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_transformer_cross_entropy_HPP
