// Generated from the specification of embeddings/normalize_rows; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_normalize_rows_HPP
#define GRADER_EXERCISE_embeddings_normalize_rows_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_normalize_rows_HPP
