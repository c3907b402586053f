// A transformer block, backwards. What is asked: grader show transformer/block_backward
//
//   x: float[T, D]
//   weights: BlockWeights
//   heads: int
//   mask: optional<bool[T, T]>
//   dy: float[T, D]
//   returns BlockBackwardResult with
//     dx: float[T, D]
//     gradients: BlockWeights
#include "transformer/block_backward.hpp"

BlockBackwardResult block_backward(const Eigen::MatrixXd& x, const BlockWeights& weights,
                                   std::int64_t heads,
                                   const std::optional<Eigen::MatrixX<bool>>& mask,
                                   const Eigen::MatrixXd& dy) {
  grader::todo();  // your solution goes here
}
