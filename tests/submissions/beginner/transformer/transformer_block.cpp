// A transformer block. What is asked: grader show transformer/transformer_block
//
//   x: float[T, D]
//   weights: BlockWeights
//   heads: int
//   mask: optional<bool[T, T]>
//   returns float[T, D]
#include "transformer/transformer_block.hpp"

Eigen::MatrixXd transformer_block(const Eigen::MatrixXd& x, const BlockWeights& weights,
                                  std::int64_t heads,
                                  const std::optional<Eigen::MatrixX<bool>>& mask) {
  grader::todo();  // your solution goes here
}
