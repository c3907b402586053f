// verdict: wrong_answer
// fails: worked-example
// Numbers the rows from 0.
#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(Eigen::MatrixXd x, const Eigen::VectorX<std::int64_t>&, double base) {
  for (Eigen::Index t = 0; t < x.rows(); ++t) {
    for (Eigen::Index i = 0; i < x.cols(); i += 2) {
      const Eigen::Rotation2Dd turn(double(t) * std::pow(base, -double(i) / double(x.cols())));
      const Eigen::Vector2d pair(x(t, i), x(t, i + 1));
      x.block(t, i, 1, 2) = (turn * pair).transpose();
    }
  }
  return x;
}
