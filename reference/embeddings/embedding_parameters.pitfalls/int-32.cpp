// Wraps around as a 32-bit int does.
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  const auto table = static_cast<std::int32_t>(vocab * d_model);
  const auto both = static_cast<std::int32_t>(2 * vocab * d_model);
  return {both, table};
}
