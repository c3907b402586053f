// verdict: wrong_answer
// fails: worked-example
// Puts the positions before the sequences, which shows in the shape only where there are not as many of both.
#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.cols(), ids.rows(), table.cols());
  for (Eigen::Index b = 0; b < ids.rows(); ++b)
    for (Eigen::Index t = 0; t < ids.cols(); ++t)
      for (Eigen::Index d = 0; d < table.cols(); ++d) x(t, b, d) = table(ids(b, t), d);
  return x;
}
