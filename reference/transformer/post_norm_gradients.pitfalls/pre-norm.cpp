#include "transformer/post_norm_gradients.hpp"

PostNormGradientsResult post_norm_gradients(const Eigen::MatrixX<std::int64_t>& tokens,
                                            const Eigen::MatrixX<std::int64_t>& targets,
                                            const TransformerWeights& weights, std::int64_t heads) {
  const TransformerGradientsResult result = transformer_gradients(tokens, targets, weights, heads);
  return {result.loss, result.gradients};
}
