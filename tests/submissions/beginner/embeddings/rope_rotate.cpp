// RoPE for one vector. What is asked: grader show embeddings/rope_rotate
//
//   x: float[D]
//   position: int
//   base: float
//   returns float[D]
#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double base) {
  grader::todo();  // your solution goes here
}
