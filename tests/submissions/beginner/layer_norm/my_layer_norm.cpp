#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double seed, const Eigen::VectorXd& x, double eps) {
  double mean = x.sum() / x.size();
  double variance = 0;
  for (int i = 0; i <= x.size(); i++) {
    variance += (x(i) - mean) * (x(i) - mean) / x.size();
  }
  Eigen::VectorXd y(x.size());
  for (int i = 0; i < x.size(); i++) {
    y(i) = (x(i) - mean) / std::sqrt(variance + eps);
  }
  return y;
}
