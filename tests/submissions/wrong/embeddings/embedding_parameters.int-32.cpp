// verdict: wrong_answer
// fails: large-model
// Unsigned products, which wrap around, kept in ints.
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  const unsigned table = static_cast<unsigned>(vocab) * static_cast<unsigned>(d_model);
  const int tied = static_cast<int>(table);
  const int untied = static_cast<int>(2 * table);
  return {untied, tied};
}
