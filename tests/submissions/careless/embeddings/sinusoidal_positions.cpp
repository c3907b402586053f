#include "embeddings/sinusoidal_positions.hpp"

Eigen::MatrixXd sinusoidal_positions(std::int64_t positions, std::int64_t d_model) {
  Eigen::MatrixXd table(positions, d_model);
  for (std::int64_t position = 0; position < positions; ++position)
    for (std::int64_t i = 0; i < d_model; ++i) {
      const float rate = std::pow(10000.0f, -float(i / 2 * 2) / float(d_model));
      const float angle = float(position) * rate;
      table(position, i) = i % 2 == 0 ? std::sin(angle) : std::cos(angle);
    }
  return table;
}
