// A quotient of integers for exponent.
#include "embeddings/sinusoidal_positions.hpp"

Eigen::MatrixXd sinusoidal_positions(std::int64_t positions, std::int64_t d_model) {
  Eigen::MatrixXd table(positions, d_model);
  for (Eigen::Index j = 0; j < d_model; ++j) {
    const Eigen::Index exponent = (j - j % 2) / d_model;
    const double divisor = std::pow(10000.0, static_cast<double>(exponent));
    for (Eigen::Index p = 0; p < positions; ++p) {
      const double angle = static_cast<double>(p) / divisor;
      table(p, j) = j % 2 == 0 ? std::sin(angle) : std::cos(angle);
    }
  }
  return table;
}
