// Takes the table's memory for one row behind the other.
#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  const Eigen::Index features = table.cols();
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.rows(), ids.cols(), features);
  for (Eigen::Index b = 0; b < ids.rows(); ++b)
    for (Eigen::Index t = 0; t < ids.cols(); ++t)
      for (Eigen::Index d = 0; d < features; ++d) x(b, t, d) = table.data()[ids(b, t) * features + d];
  return x;
}
