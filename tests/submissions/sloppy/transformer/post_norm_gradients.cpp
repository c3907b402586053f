// Gradients with the norms behind. What is asked: grader show transformer/post_norm_gradients
//
//   tokens: int[B, T]
//   targets: int[B, T]
//   weights: TransformerWeights
//   heads: int
//   returns PostNormGradientsResult with
//     loss: float
//     gradients: TransformerWeights
#include "transformer/post_norm_gradients.hpp"

PostNormGradientsResult post_norm_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                            const Eigen::MatrixX<std::int64_t>& targets,
                                            const TransformerWeights& weights, std::int64_t heads) {
  grader::todo();  // your solution goes here
}
