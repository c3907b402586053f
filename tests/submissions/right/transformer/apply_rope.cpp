#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(Eigen::MatrixXd x, const Eigen::VectorX<std::int64_t>& positions, double base) {
  for (Eigen::Index t = 0; t < x.rows(); ++t)
    x.row(t) = rope_rotate(x.row(t).transpose(), positions[t], base).transpose();
  return x;
}
