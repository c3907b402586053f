#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) {
  return v * std::abs(g) / v.norm();
}
