#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  const float step = float(slope);
  Eigen::MatrixXd bias = Eigen::MatrixXd::Zero(n, n);
  for (std::int64_t i = 0; i < n; ++i)
    for (std::int64_t j = 0; j < i; ++j) bias(i, j) = step * float(i - j);
  return bias;
}
