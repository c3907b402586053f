// Generated from the specification of embeddings/alibi_bias; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_alibi_bias_HPP
#define GRADER_EXERCISE_embeddings_alibi_bias_HPP

#include "grader.hpp"

#endif  // GRADER_EXERCISE_embeddings_alibi_bias_HPP
