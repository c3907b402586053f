#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  OneHotLookupResult r{Eigen::VectorXd::Zero(table.rows()), table.row(id)};
  r.one_hot(id - 1) = 1;
  return r;
}
