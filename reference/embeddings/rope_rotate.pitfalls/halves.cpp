// Pairs an element of the first half with one of the second.
#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double base) {
  Eigen::VectorXd y = x;
  for (Eigen::Index i = 0; i < x.size(); i += 2) {
    const Eigen::Index k = i / 2;
    const Eigen::Index partner = k + x.size() / 2;
    const double exponent = static_cast<double>(i) / static_cast<double>(x.size());
    const double angle = static_cast<double>(position) / std::pow(base, exponent);
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    y(k) = c * x(k) - s * x(partner);
    y(partner) = s * x(k) + c * x(partner);
  }
  return y;
}
