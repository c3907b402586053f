// The value at position id is id.
#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  Eigen::VectorXd one_hot = Eigen::VectorXd::Zero(table.rows());
  one_hot(id) = static_cast<double>(id);
  return {one_hot, table.transpose() * one_hot};
}
