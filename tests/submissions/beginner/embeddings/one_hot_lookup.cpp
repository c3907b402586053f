#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  OneHotLookupResult result;
  result.one_hot = Eigen::VectorXd::Zero(table.rows());
  result.one_hot(id) = 1;
  result.row = table.transpose() * result.one_hot;
  return result;
}
