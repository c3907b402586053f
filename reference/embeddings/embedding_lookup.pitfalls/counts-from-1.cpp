// Row id - 1, the last one for id 0.
#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.rows(), ids.cols(), table.cols());
  for (Eigen::Index b = 0; b < ids.rows(); ++b)
    for (Eigen::Index t = 0; t < ids.cols(); ++t) {
      const Eigen::Index row = (ids(b, t) + table.rows() - 1) % table.rows();
      for (Eigen::Index d = 0; d < table.cols(); ++d) x(b, t, d) = table(row, d);
    }
  return x;
}
