// Adds instead of multiplying.
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  return {2 * (vocab + d_model), vocab + d_model};
}
