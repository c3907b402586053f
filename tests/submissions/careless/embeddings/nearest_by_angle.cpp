#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  std::int64_t best = 0;
  for (Eigen::Index i = 1; i < table.rows(); ++i)
    if (cosine_similarity(query, table.row(i)) > cosine_similarity(query, table.row(best))) best = i;
  return best;
}
