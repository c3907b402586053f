// Generated from the specification of embeddings/center_embeddings; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_center_embeddings_HPP
#define GRADER_EXERCISE_embeddings_center_embeddings_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_center_embeddings_HPP
