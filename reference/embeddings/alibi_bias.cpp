// Press, Smith and Lewis, "Train Short, Test Long: Attention with Linear Biases Enables Input Length
// Extrapolation", 2022, section 3.
#include "embeddings/alibi_bias.hpp"

Eigen::MatrixXd alibi_bias(std::int64_t n, double slope) {
  return Eigen::MatrixXd::NullaryExpr(n, n, [slope](Eigen::Index i, Eigen::Index j) {
    return slope * static_cast<double>(std::max<Eigen::Index>(i - j, 0));
  });
}
