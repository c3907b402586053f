// The whole transformer. What is asked: grader show transformer/transformer
//
//   tokens: int[B, T]
//   weights: TransformerWeights
//   heads: int
//   returns float[B, T, V]
#include "transformer/transformer.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> transformer(const Eigen::MatrixX<std::int64_t>& tokens,
                                                      const TransformerWeights& weights,
                                                      std::int64_t heads) {
  grader::todo();  // your solution goes here
}
