// verdict: wrong_answer
// fails: worked-example
// Diagonals on the wrong side.
#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  Eigen::MatrixXd bias = Eigen::MatrixXd::Zero(n, n);
  for (int step = 1; step < n; ++step) bias.diagonal(step).setConstant(step * slope);
  return bias;
}
