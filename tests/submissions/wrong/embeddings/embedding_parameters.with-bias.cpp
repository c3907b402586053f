// verdict: wrong_answer
// fails: worked-example
// Adds an output bias that nobody asked for.
#include "embeddings/embedding_parameters.hpp"

EmbeddingParametersResult embedding_parameters(std::int64_t vocab, std::int64_t d_model) {
  return {2 * vocab * d_model + vocab, vocab * d_model};
}
