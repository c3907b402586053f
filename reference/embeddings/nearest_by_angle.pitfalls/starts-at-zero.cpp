// No row with a negative cosine is ever the best.
#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  std::int64_t nearest = 0;
  double best = 0;
  for (Eigen::Index i = 0; i < table.rows(); ++i) {
    const double similarity = cosine_similarity(query, table.row(i).transpose());
    if (similarity > best) {
      best = similarity;
      nearest = i;
    }
  }
  return nearest;
}
