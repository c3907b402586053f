// Sinusoidal positions. What is asked: grader show embeddings/sinusoidal_positions
//
//   positions: int
//   d_model: int
//   returns float[positions, d_model]
#include "embeddings/sinusoidal_positions.hpp"

Eigen::MatrixXd sinusoidal_positions(std::int64_t positions, std::int64_t d_model) {
  grader::todo();  // your solution goes here
}
