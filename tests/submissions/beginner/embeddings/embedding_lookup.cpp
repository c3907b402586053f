#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> result(ids.cols(), ids.rows(), table.cols());
  for (int t = 0; t < ids.cols(); t++) {
    for (int b = 0; b < ids.rows(); b++) {
      for (int d = 0; d < table.cols(); d++) {
        result(t, b, d) = table(ids(b, t), d);
      }
    }
  }
  return result;
}
