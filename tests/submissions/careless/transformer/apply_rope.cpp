#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(const Eigen::MatrixXd& x, const Eigen::VectorX<std::int64_t>& positions, double base) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index t = 0; t < x.rows(); ++t)
    for (Eigen::Index k = 0; k < x.cols(); k += 2) {
      const float theta = float(positions[t]) / std::pow(float(base), float(k) / float(x.cols()));
      y(t, k) = std::cos(theta) * x(t, k) - std::sin(theta) * x(t, k + 1);
      y(t, k + 1) = std::sin(theta) * x(t, k) + std::cos(theta) * x(t, k + 1);
    }
  return y;
}
