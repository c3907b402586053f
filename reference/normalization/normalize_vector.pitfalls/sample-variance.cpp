// Divides the squares by N - 1.
#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  const double mean = x.mean();
  const Eigen::ArrayXd centered = x.array() - mean;
  const double variance = centered.square().sum() / static_cast<double>(x.size() - 1);
  return {mean, variance, centered / std::sqrt(variance + eps)};
}
