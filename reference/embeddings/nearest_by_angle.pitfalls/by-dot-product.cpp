// The largest dot product.
#include "embeddings/nearest_by_angle.hpp"

std::int64_t nearest_by_angle(const Eigen::VectorXd& query, const Eigen::MatrixXd& table) {
  Eigen::Index nearest = 0;
  (table * query).maxCoeff(&nearest);
  return nearest;
}
