// Cross-entropy, backwards. What is asked: grader show transformer/cross_entropy_backward
//
//   logits: float[T, V]
//   targets: int[T]
//   returns float[T, V]
#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets) {
  grader::todo();  // your solution goes here
}
