#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(Eigen::VectorXd x, std::int64_t position, double base) {
  for (int k = 0; k < x.size(); k += 2) {
    const double theta = position / std::pow(base, double(k) / x.size());
    x[k] = std::cos(theta) * x[k] - std::sin(theta) * x[k + 1];
    x[k + 1] = std::sin(theta) * x[k] + std::cos(theta) * x[k + 1];
  }
  return x;
}
