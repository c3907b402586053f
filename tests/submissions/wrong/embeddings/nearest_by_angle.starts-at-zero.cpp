// verdict: wrong_answer
// fails: all-negative
// The largest similarity is 0 before the first row.
#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  const Eigen::VectorXd cosines = table.rowwise().normalized() * query.normalized();
  std::pair<double, std::int64_t> largest{0, 0};
  for (Eigen::Index i = 0; i < cosines.size(); ++i)
    if (cosines(i) > largest.first) largest = {cosines(i), i};
  return largest.second;
}
