#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  EmbeddingParametersResult count;
  count.tied = vocab;
  count.tied *= d_model;
  count.untied = count.tied + count.tied;
  return count;
}
