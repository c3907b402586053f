// The block of the first transformer. What is asked: grader show residuals/post_norm_block
//
//   x: float[T, D]
//   weights: BlockWeights
//   heads: int
//   mask: optional<bool[T, T]>
//   returns float[T, D]
#include "residuals/post_norm_block.hpp"

Eigen::MatrixXd post_norm_block(const Eigen::MatrixXd& x, const BlockWeights& weights,
                                std::int64_t heads,
                                const std::optional<Eigen::MatrixX<bool>>& mask) {
  grader::todo();  // your solution goes here
}
