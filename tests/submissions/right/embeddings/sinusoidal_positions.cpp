#include "embeddings/sinusoidal_positions.hpp"

Eigen::MatrixXd sinusoidal_positions(std::int64_t positions, std::int64_t d_model) {
  Eigen::MatrixXd table = Eigen::MatrixXd::Zero(positions, d_model);
  const Eigen::ArrayXd place = Eigen::ArrayXd::LinSpaced(positions, 0, static_cast<double>(positions - 1));
  for (int even = 0; even < d_model; even += 2) {
    const double rate = std::exp(-std::log(10000.0) * even / static_cast<double>(d_model));
    table.col(even) = (place * rate).sin();
    if (even + 1 < d_model) table.col(even + 1) = (place * rate).cos();
  }
  return table;
}
