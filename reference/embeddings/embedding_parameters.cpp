// Weight tying: Press and Wolf, "Using the Output Embedding to Improve Language Models", 2017.
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  const std::int64_t table = vocab * d_model;
  return {2 * table, table};
}
