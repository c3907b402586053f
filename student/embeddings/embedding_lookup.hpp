// Generated from the specification of embeddings/embedding_lookup; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_embedding_lookup_HPP
#define GRADER_EXERCISE_embeddings_embedding_lookup_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_embedding_lookup_HPP
