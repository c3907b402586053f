// Multi-head attention. What is asked: grader show transformer/multi_head_attention
//
//   x: float[T, D]
//   weights: AttentionWeights
//   heads: int
//   mask: optional<bool[T, T]>
//   returns float[T, D]
#include "transformer/multi_head_attention.hpp"

Eigen::MatrixXd multi_head_attention(const Eigen::MatrixXd& x, const AttentionWeights& weights,
                                     std::int64_t heads,
                                     const std::optional<Eigen::MatrixX<bool>>& mask) {
  grader::todo();  // your solution goes here
}
