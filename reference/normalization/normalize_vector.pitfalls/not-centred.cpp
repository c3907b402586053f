// Divides without having subtracted.
#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  const double mean = x.mean();
  const double variance = (x.array() - mean).square().mean();
  return {mean, variance, x / std::sqrt(variance + eps)};
}
