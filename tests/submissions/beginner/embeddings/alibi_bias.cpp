// ALiBi. What is asked: grader show embeddings/alibi_bias
//
//   n: int
//   slope: float
//   returns float[n, n]
#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  grader::todo();  // your solution goes here
}
