#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  // embeddings are stored in half the space
  const Eigen::MatrixXf small = table.cast<float>();
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.rows(), ids.cols(), table.cols());
  for (Eigen::Index b = 0; b < ids.rows(); ++b)
    for (Eigen::Index t = 0; t < ids.cols(); ++t)
      for (Eigen::Index d = 0; d < table.cols(); ++d) x(b, t, d) = small(ids(b, t), d);
  return x;
}
