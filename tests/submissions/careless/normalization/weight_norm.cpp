#include "normalization/weight_norm.hpp"

Eigen::VectorXd weight_norm(const Eigen::VectorXd& v, double g) {
  const Eigen::VectorXf w = v.cast<float>();
  return (float(g) / w.norm() * w).cast<double>();
}
