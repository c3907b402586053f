// verdict: wrong_answer
// fails: worked-example
// Flattens the ids and fills the batch with them, forgetting that Eigen flattens column by column.
#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  const Eigen::VectorX<std::int64_t> flat = ids.reshaped();
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.rows(), ids.cols(), table.cols());
  for (Eigen::Index n = 0; n < flat.size(); ++n)
    for (Eigen::Index d = 0; d < table.cols(); ++d) x(n / ids.cols(), n % ids.cols(), d) = table(flat(n), d);
  return x;
}
