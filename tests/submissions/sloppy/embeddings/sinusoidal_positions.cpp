#include "embeddings/sinusoidal_positions.hpp"

Eigen::MatrixXd sinusoidal_positions(std::int64_t positions, std::int64_t d_model) {
  Eigen::MatrixXd table(positions, d_model);
  for (int p = 0; p < positions; ++p)
    for (int i = 0; i < d_model; ++i) {
      const double angle = p / std::pow(10000.0, double(i) / d_model);
      table(p, i) = i % 2 ? std::cos(angle) : std::sin(angle);
    }
  return table;
}
