#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  Eigen::MatrixXd bias(n, n);
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) bias(i, j) = slope * std::abs(i - j);
  return bias;
}
