// 24 bits.
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  const float table = static_cast<float>(vocab) * static_cast<float>(d_model);
  return {static_cast<std::int64_t>(2 * table), static_cast<std::int64_t>(table)};
}
