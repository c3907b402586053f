// verdict: runtime_error
// fails: worked-example
// Takes column id of the table, which has fewer columns than there are tokens.
#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.rows(), ids.cols(), table.cols());
  for (Eigen::Index b = 0; b < ids.rows(); ++b)
    for (Eigen::Index t = 0; t < ids.cols(); ++t)
      for (Eigen::Index d = 0; d < table.cols(); ++d) x(b, t, d) = table(d, ids(b, t));
  return x;
}
