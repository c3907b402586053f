// verdict: wrong_answer
// fails: worked-example
// Turns the left half against the right one.
#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(const Eigen::MatrixXd& x, const Eigen::VectorX<std::int64_t>& positions,
                           double base) {
  const Eigen::Index half = x.cols() / 2;
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index k = 0; k < half; ++k) {
    const double speed = std::pow(base, -double(k) / double(half));
    const Eigen::ArrayXd angle = positions.cast<double>().array() * speed;
    y.col(k) = x.col(k).array() * angle.cos() - x.col(half + k).array() * angle.sin();
    y.col(half + k) = x.col(k).array() * angle.sin() + x.col(half + k).array() * angle.cos();
  }
  return y;
}
