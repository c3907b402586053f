// The mean of the squares under the root instead of their sum.
#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) {
  return g * v / std::sqrt(v.array().square().mean());
}
