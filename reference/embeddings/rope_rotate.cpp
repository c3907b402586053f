// Su et al., "RoFormer: Enhanced Transformer with Rotary Position Embedding", 2021, section 3.2.2, with the
// pairs (2k, 2k + 1) of its equation 15.
#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double base) {
  Eigen::VectorXd y(x.size());
  for (Eigen::Index k = 0; k < x.size() / 2; ++k) {
    const double exponent = static_cast<double>(2 * k) / static_cast<double>(x.size());
    const double angle = static_cast<double>(position) / std::pow(base, exponent);
    y.segment<2>(2 * k) = Eigen::Rotation2Dd(angle) * x.segment<2>(2 * k);
  }
  return y;
}
