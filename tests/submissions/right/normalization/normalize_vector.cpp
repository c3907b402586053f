#include "normalization/normalize_vector.hpp"

// Plain loops, and the parameter by value.
NormalizeVectorResult normalize_vector(Eigen::VectorXd x, double eps) {
  NormalizeVectorResult result;
  double total = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) total += x[i];
  result.mean = total / static_cast<double>(x.size());

  double squares = 0;
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    x[i] -= result.mean;
    squares += x[i] * x[i];
  }
  result.variance = squares / static_cast<double>(x.size());

  const double divisor = std::sqrt(result.variance + eps);
  for (double& value : x) value /= divisor;
  result.normalized = x;
  return result;
}
