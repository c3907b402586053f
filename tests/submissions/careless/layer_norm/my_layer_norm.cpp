#include "layer_norm/my_layer_norm.hpp"

Eigen::VectorXd my_layer_norm(double, const Eigen::VectorXd& x, double eps) {
  float mean = 0;
  for (double value : x) mean += float(value) / float(x.size());
  float variance = 0;
  for (double value : x) variance += (float(value) - mean) * (float(value) - mean) / float(x.size());
  return (x.array() - double(mean)) / double(std::sqrt(variance + float(eps)));
}
