// Pairs a column of the first half with one of the second.
#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(const Eigen::MatrixXd& x, const Eigen::VectorX<std::int64_t>& positions,
                           double base) {
  Eigen::MatrixXd y = x;
  for (Eigen::Index t = 0; t < x.rows(); ++t)
    for (Eigen::Index i = 0; i + 1 < x.cols(); i += 2) {
      const double exponent = static_cast<double>(i) / static_cast<double>(x.cols());
      const double angle = static_cast<double>(positions(t)) / std::pow(base, exponent);
      const double c = std::cos(angle);
      const double s = std::sin(angle);
      const Eigen::Index k = i / 2;
      const Eigen::Index partner = k + x.cols() / 2;
      y(t, k) = c * x(t, k) - s * x(t, partner);
      y(t, partner) = s * x(t, k) + c * x(t, partner);
    }
  return y;
}
