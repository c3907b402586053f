// The same count twice.
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  return {vocab * d_model, vocab * d_model};
}
