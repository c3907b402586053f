// The 1 stands at position id - 1.
#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  Eigen::VectorXd one_hot = Eigen::VectorXd::Zero(table.rows());
  if (id > 0) one_hot(id - 1) = 1;
  return {one_hot, table.transpose() * one_hot};
}
