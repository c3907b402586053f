// Takes the squares of x itself for the variance.
#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  const double mean = x.mean();
  const double variance = x.array().square().mean();
  return {mean, variance, (x.array() - mean) / std::sqrt(variance + eps)};
}
