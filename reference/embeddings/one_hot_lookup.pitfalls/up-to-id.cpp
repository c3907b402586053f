// Ones from the beginning up to id.
#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  Eigen::VectorXd one_hot = Eigen::VectorXd::Zero(table.rows());
  one_hot.head(id + 1).setOnes();
  return {one_hot, table.transpose() * one_hot};
}
