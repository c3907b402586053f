#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  const float table = float(vocab) * float(d_model);
  return {std::int64_t(2 * table), std::int64_t(table)};
}
