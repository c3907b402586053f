#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(Eigen::MatrixXd x, const Eigen::VectorX<std::int64_t>& positions, double base) {
  for (int t = 0; t < x.rows(); ++t)
    for (int k = 0; k < x.cols() - 2; k += 2) {
      const double theta = double(positions[t]) / std::pow(base, double(k) / double(x.cols()));
      const double a = x(t, k), b = x(t, k + 1);
      x(t, k) = std::cos(theta) * a - std::sin(theta) * b;
      x(t, k + 1) = std::sin(theta) * a + std::cos(theta) * b;
    }
  return x;
}
