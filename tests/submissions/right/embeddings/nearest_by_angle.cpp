#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, Eigen::MatrixXd table) {
  std::int64_t nearest = 0;
  for (std::int64_t i = 1; i < table.rows(); ++i) {
    const Eigen::VectorXd best = table.row(nearest), candidate = table.row(i);
    if (cosine_similarity(candidate, query) > cosine_similarity(best, query)) nearest = i;
  }
  return nearest;
}
