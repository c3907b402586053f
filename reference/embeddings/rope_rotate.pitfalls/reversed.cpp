// Clockwise.
#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double base) {
  Eigen::VectorXd y = x;
  for (Eigen::Index i = 0; i < x.size(); i += 2) {
    const double exponent = static_cast<double>(i) / static_cast<double>(x.size());
    const double angle = static_cast<double>(position) / std::pow(base, exponent);
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    y(i) = c * x(i) + s * x(i + 1);
    y(i + 1) = c * x(i + 1) - s * x(i);
  }
  return y;
}
