// What a vocabulary costs. What is asked: grader show embeddings/embedding_parameters
//
//   vocab: int
//   d_model: int
//   returns EmbeddingParametersResult with
//     untied: int
//     tied: int
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  grader::todo();  // your solution goes here
}
