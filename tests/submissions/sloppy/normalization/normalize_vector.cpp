#include <iostream>

#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double) {
  const double mean = x.mean();
  const Eigen::ArrayXd c = x.array() - mean;
  const double var = c.square().mean();
  std::cout << "var " << var << "\n";
  return {mean, var, c / std::sqrt(var)};
}
