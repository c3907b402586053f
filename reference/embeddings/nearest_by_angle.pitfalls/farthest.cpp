// The smallest cosine.
#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  Eigen::Index farthest = 0;
  (table * query).cwiseQuotient(table.rowwise().norm()).minCoeff(&farthest);
  return farthest;
}
