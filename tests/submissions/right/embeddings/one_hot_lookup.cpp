#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(Eigen::MatrixXd table, std::int64_t id) {
  OneHotLookupResult result;
  result.one_hot.resize(table.rows());
  for (Eigen::Index i = 0; i < table.rows(); ++i) result.one_hot[i] = i == id ? 1.0 : 0.0;
  result.row = (result.one_hot.transpose() * table).transpose();
  return result;
}
