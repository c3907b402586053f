// verdict: wrong_answer
// fails: worked-example
// Unsigned numbers have no difference below 0.
#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  Eigen::MatrixXd bias(n, n);
  for (std::size_t i = 0; i < std::size_t(n); ++i)
    for (std::size_t j = 0; j < std::size_t(n); ++j) bias(i, j) = slope * std::max<std::size_t>(i - j, 0);
  return bias;
}
