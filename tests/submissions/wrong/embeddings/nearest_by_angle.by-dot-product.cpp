// verdict: wrong_answer
// fails: worked-example
// Divides by the length of the query only, which changes no order.
#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  std::int64_t nearest = 0;
  for (Eigen::Index i = 1; i < table.rows(); ++i)
    if (table.row(i).dot(query) / query.norm() > table.row(nearest).dot(query) / query.norm()) nearest = i;
  return nearest;
}
