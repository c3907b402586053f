// RoPE for all positions. What is asked: grader show transformer/apply_rope
//
//   x: float[T, D]
//   positions: int[T]
//   base: float
//   returns float[T, D]
#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(const Eigen::MatrixXd& x,
                           const Eigen::VectorX<std::int64_t>& positions, double base) {
  grader::todo();  // your solution goes here
}
