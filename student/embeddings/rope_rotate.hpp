// Generated from the specification of embeddings/rope_rotate; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_rope_rotate_HPP
#define GRADER_EXERCISE_embeddings_rope_rotate_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_rope_rotate_HPP
