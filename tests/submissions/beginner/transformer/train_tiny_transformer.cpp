// Train a tiny transformer. What is asked: grader show transformer/train_tiny_transformer
//
//   corpus: string
//   config: Config
//   seed: int
//   returns TrainTinyTransformerResult with
//     weights: TransformerWeights
//     losses: float[_]
//     sample: string
#include "transformer/train_tiny_transformer.hpp"

TrainTinyTransformerResult train_tiny_transformer(const std::string& corpus, const Config& config,
                                                  std::int64_t seed) {
  grader::todo();  // your solution goes here
}
