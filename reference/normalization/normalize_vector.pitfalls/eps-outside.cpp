// Adds eps to the standard deviation.
#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  const double mean = x.mean();
  const Eigen::ArrayXd centered = x.array() - mean;
  const double variance = centered.square().mean();
  return {mean, variance, centered / (std::sqrt(variance) + eps)};
}
