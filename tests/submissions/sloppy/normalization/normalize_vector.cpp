// no eps, and numpy's other habit: ddof 1
#include <iostream>

#include "normalization/normalize_vector.hpp"

NormalizeVectorResult normalize_vector(const Eigen::VectorXd& x, double) {
  const double mean = x.mean();
  const Eigen::ArrayXd c = x.array() - mean;
  const double var = c.square().sum() / (x.size() - 1);
  std::cout << "var " << var << "\n";
  return {mean, var, c / std::sqrt(var)};
}
