#include "transformer/gelu_backward.hpp"

namespace {

double density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * M_PI); }

double probability_below(double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; }

}  // namespace

Eigen::VectorXd gelu_backward(Eigen::VectorXd x, const Eigen::VectorXd& dy) {
  for (double& z : x) z = probability_below(z) + z * density(z);
  return x.cwiseProduct(dy);
}
