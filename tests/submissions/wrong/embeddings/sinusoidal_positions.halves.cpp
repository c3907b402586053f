// verdict: wrong_answer
// fails: worked-example
// Sines on the left, cosines on the right.
#include "embeddings/sinusoidal_positions.hpp"

Eigen::MatrixXd sinusoidal_positions(std::int64_t positions, std::int64_t d_model) {
  std::vector<std::vector<double>> columns;
  for (const bool sines : {true, false})
    for (int k = 0; 2 * k + (sines ? 0 : 1) < d_model; ++k) {
      std::vector<double> column;
      for (int p = 0; p < positions; ++p) {
        const double angle = p / std::pow(10000.0, 2.0 * k / double(d_model));
        column.push_back(sines ? std::sin(angle) : std::cos(angle));
      }
      columns.push_back(column);
    }
  Eigen::MatrixXd table(positions, d_model);
  for (int j = 0; j < d_model; ++j)
    for (int p = 0; p < positions; ++p) table(p, j) = columns[j][p];
  return table;
}
