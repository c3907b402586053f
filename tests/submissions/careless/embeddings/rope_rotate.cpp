#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double base) {
  Eigen::VectorXd y(x.size());
  for (Eigen::Index k = 0; k < x.size(); k += 2) {
    const float theta = float(position) / std::pow(float(base), float(k) / float(x.size()));
    const float c = std::cos(theta);
    const float s = std::sin(theta);
    y[k] = c * x[k] - s * x[k + 1];
    y[k + 1] = s * x[k] + c * x[k + 1];
  }
  return y;
}
