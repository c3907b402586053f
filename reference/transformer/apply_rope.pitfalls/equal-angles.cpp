// One angle for all pairs of a row.
#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(const Eigen::MatrixXd& x, const Eigen::VectorX<std::int64_t>& positions,
                           double /*base*/) {
  Eigen::MatrixXd y = x;
  for (Eigen::Index t = 0; t < x.rows(); ++t)
    for (Eigen::Index i = 0; i + 1 < x.cols(); i += 2) {
      const double angle = static_cast<double>(positions(t));
      const double c = std::cos(angle);
      const double s = std::sin(angle);
      y(t, i) = c * x(t, i) - s * x(t, i + 1);
      y(t, i + 1) = s * x(t, i) + c * x(t, i + 1);
    }
  return y;
}
