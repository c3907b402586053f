#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double eps) {
  double sum = 0;
  for (int i = 0; i < x.size(); i++) {
    sum = sum + x(i);
  }
  double mean = sum / x.size();
  double variance = 0;
  for (int i = 0; i < x.size(); i++) {
    variance = variance + (x(i) - mean) * (x(i) - mean);
  }
  variance = variance / x.size();
  Eigen::VectorXd normalized(x.size());
  for (int i = 0; i < x.size(); i++) {
    normalized(i) = (x(i) - mean) / sqrt(variance + eps);
  }
  NormalizeVectorResult result;
  result.mean = mean;
  result.variance = variance;
  result.normalized = normalized;
  return result;
}
