// Counts the token itself.
#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  Eigen::MatrixXd bias = Eigen::MatrixXd::Zero(n, n);
  for (Eigen::Index i = 0; i < n; ++i)
    for (Eigen::Index j = 0; j < n; ++j)
      bias(i, j) = slope * static_cast<double>(std::max<Eigen::Index>(i - j + 1, 0));
  return bias;
}
