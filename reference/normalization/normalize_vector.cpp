// Standardization with a guarded scale, the core of every layer in this topic; the guard as in Ioffe and
// Szegedy, "Batch Normalization", 2015, algorithm 1.
#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  const double mean = x.mean();
  const Eigen::ArrayXd centered = x.array() - mean;
  const double variance = centered.square().mean();
  return {mean, variance, centered / std::sqrt(variance + eps)};
}
