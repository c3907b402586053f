// Mikolov, Chen, Corrado and Dean, "Efficient Estimation of Word Representations in Vector Space", 2013,
// section 2: words in 1-of-V coding, and the projection matrix that they select a row of.
#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  const Eigen::VectorXd one_hot = Eigen::VectorXd::Unit(table.rows(), id);
  return {one_hot, table.transpose() * one_hot};
}
