// Su et al., "RoFormer: Enhanced Transformer with Rotary Position Embedding", 2021, section 3.2.2, with the
// pairs (2k, 2k + 1) of its equation 15; each pair of columns for all rows at once.
#include "transformer/apply_rope.hpp"

Eigen::MatrixXd apply_rope(const Eigen::MatrixXd& x, const Eigen::VectorX<std::int64_t>& positions,
                           double base) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index k = 0; k < x.cols() / 2; ++k) {
    const double exponent = static_cast<double>(2 * k) / static_cast<double>(x.cols());
    const Eigen::ArrayXd angles = positions.cast<double>().array() / std::pow(base, exponent);
    const Eigen::ArrayXd first = x.col(2 * k);
    const Eigen::ArrayXd second = x.col(2 * k + 1);
    y.col(2 * k) = angles.cos() * first - angles.sin() * second;
    y.col(2 * k + 1) = angles.sin() * first + angles.cos() * second;
  }
  return y;
}
