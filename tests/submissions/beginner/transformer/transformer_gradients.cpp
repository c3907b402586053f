// The gradients of a transformer. What is asked: grader show transformer/transformer_gradients
//
//   tokens: int[B, T]
//   targets: int[B, T]
//   weights: TransformerWeights
//   heads: int
//   returns TransformerGradientsResult with
//     loss: float
//     gradients: TransformerWeights
#include "transformer/transformer_gradients.hpp"

TransformerGradientsResult transformer_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                                 const Eigen::MatrixX<std::int64_t>& targets,
                                                 const TransformerWeights& weights,
                                                 std::int64_t heads) {
  grader::todo();  // your solution goes here
}
