#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  double best = 0;
  std::int64_t at = 0;
  for (Eigen::Index i = 0; i < table.rows(); ++i) {
    const double cosine = query.dot(table.row(i)) / (query.norm() * table.row(i).norm());
    if (cosine > best) {
      best = cosine;
      at = i;
    }
  }
  return at;
}
