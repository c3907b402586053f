// Generated from the specification of embeddings/embedding_parameters; changes here are not graded.
#ifndef GRADER_EXERCISE_embeddings_embedding_parameters_HPP
#define GRADER_EXERCISE_embeddings_embedding_parameters_HPP

#include "grader.hpp"

#ifndef GRADER_RECORD_EmbeddingParametersResult
#define GRADER_RECORD_EmbeddingParametersResult
struct EmbeddingParametersResult {
  std::int64_t untied{};  // int
  std::int64_t tied{};  // int
};
#endif

#endif  // GRADER_EXERCISE_embeddings_embedding_parameters_HPP
