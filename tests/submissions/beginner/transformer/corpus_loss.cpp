// The loss on a whole text. What is asked: grader show transformer/corpus_loss
//
//   corpus: string
//   weights: TransformerWeights
//   config: Config
//   returns float
#include "transformer/corpus_loss.hpp"

double corpus_loss(const std::string& corpus, const TransformerWeights& weights,
                   const Config& config) {
  grader::todo();  // your solution goes here
}
