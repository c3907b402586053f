// Generated from the specification of embeddings/cosine_similarity; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_cosine_similarity_HPP
#define GRADER_EXERCISE_embeddings_cosine_similarity_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_cosine_similarity_HPP
