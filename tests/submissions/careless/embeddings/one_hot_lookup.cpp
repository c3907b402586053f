#include "embeddings/one_hot_lookup.hpp"

OneHotLookupResult one_hot_lookup(const Eigen::MatrixXd& table, std::int64_t id) {
  Eigen::VectorXf one_hot = Eigen::VectorXf::Zero(table.rows());
  one_hot(id) = 1;
  const Eigen::VectorXf row = table.cast<float>().transpose() * one_hot;
  return {one_hot.cast<double>(), row.cast<double>()};
}
