#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  std::int64_t nearest = 0;
  double largest = -2;
  for (int i = 0; i < table.rows(); i++) {
    double c = cosine_similarity(query, table.row(i));
    if (c > largest) {
      largest = c;
      nearest = i;
    }
  }
  return nearest;
}
