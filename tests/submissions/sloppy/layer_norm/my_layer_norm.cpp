#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double seed, Eigen::VectorXd x, double eps) {
  (void)seed;
  (void)eps;
  x.array() -= x.mean();
  return x / std::sqrt(x.squaredNorm() / double(x.size()));
}
