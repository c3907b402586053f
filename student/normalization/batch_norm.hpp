// Generated from the specification of normalization/batch_norm; changes here are not graded.
#ifndef GRADER_EXERCISE_normalization_batch_norm_HPP
#define GRADER_EXERCISE_normalization_batch_norm_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_normalization_batch_norm_HPP
