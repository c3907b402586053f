// Goes through the ids as they lie in memory.
#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.rows(), ids.cols(), table.cols());
  const std::int64_t* id = ids.data();
  for (Eigen::Index b = 0; b < ids.rows(); ++b)
    for (Eigen::Index t = 0; t < ids.cols(); ++t, ++id)
      for (Eigen::Index d = 0; d < table.cols(); ++d) x(b, t, d) = table(*id, d);
  return x;
}
