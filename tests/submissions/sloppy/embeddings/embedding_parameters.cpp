#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  const int tied = int(vocab) * int(d_model);
  return {2 * tied, tied};
}
