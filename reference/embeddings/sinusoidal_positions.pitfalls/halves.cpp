// All sines, then all cosines.
#include "embeddings/sinusoidal_positions.hpp"

Eigen::MatrixXd sinusoidal_positions(std::int64_t positions, std::int64_t d_model) {
  Eigen::MatrixXd table(positions, d_model);
  for (Eigen::Index j = 0; j < d_model; ++j) {
    const Eigen::Index sines = (d_model + 1) / 2;
    const Eigen::Index pair = j < sines ? j : j - sines;
    const double divisor = std::pow(10000.0, 2 * static_cast<double>(pair) / static_cast<double>(d_model));
    for (Eigen::Index p = 0; p < positions; ++p) {
      const double angle = static_cast<double>(p) / divisor;
      table(p, j) = j < sines ? std::sin(angle) : std::cos(angle);
    }
  }
  return table;
}
