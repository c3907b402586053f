// Norms in front or behind. What is asked: grader show transformer/norm_comparison
//
//   corpus: string
//   config: Config
//   seed: int
//   returns NormComparisonResult with
//     pre: float[_]
//     post: float[_]
//     pre_weights: TransformerWeights
//     post_weights: TransformerWeights
#include "transformer/norm_comparison.hpp"

NormComparisonResult norm_comparison(const std::string& corpus, const Config& config,
                                     std::int64_t seed) {
  grader::todo();  // your solution goes here
}
