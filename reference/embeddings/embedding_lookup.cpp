// Bengio, Ducharme, Vincent and Jauvin, "A Neural Probabilistic Language Model", 2003, section 2: the mapping
// C, a matrix whose row i is the feature vector of word i.
#include "embeddings/embedding_lookup.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> embedding_lookup(const Eigen::MatrixXd& table,
                                                           const Eigen::MatrixX<std::int64_t>& ids) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> x(ids.rows(), ids.cols(), table.cols());
  for (Eigen::Index b = 0; b < ids.rows(); ++b)
    for (Eigen::Index t = 0; t < ids.cols(); ++t)
      for (Eigen::Index d = 0; d < table.cols(); ++d) x(b, t, d) = table(ids(b, t), d);
  return x;
}
