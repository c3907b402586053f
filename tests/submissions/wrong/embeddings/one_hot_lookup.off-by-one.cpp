// verdict: wrong_answer
// fails: worked-example
// Numbers the tokens from 1.
#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  OneHotLookupResult result{Eigen::VectorXd::Zero(table.rows()), Eigen::VectorXd::Zero(table.cols())};
  for (std::int64_t token = 1; token <= table.rows(); ++token) {
    if (token != id) continue;
    result.one_hot(token - 1) = 1;
    result.row = table.row(token - 1);
  }
  return result;
}
