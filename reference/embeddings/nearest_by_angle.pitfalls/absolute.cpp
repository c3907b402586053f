// The smallest angle to the line through the query, in either direction.
#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  Eigen::Index nearest = 0;
  (table * query).cwiseAbs().cwiseQuotient(table.rowwise().norm()).maxCoeff(&nearest);
  return nearest;
}
