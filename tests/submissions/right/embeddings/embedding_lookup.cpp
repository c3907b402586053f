#include "embeddings/embedding_lookup.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

// Row by row: the tensor is row-major, so the D numbers of a token lie one behind the other.
Batch embedding_lookup(Eigen::MatrixXd table, Eigen::MatrixX<std::int64_t> ids) {
  Batch vectors(ids.rows(), ids.cols(), table.cols());
  double* next = vectors.data();
  for (int sequence = 0; sequence < ids.rows(); sequence++) {
    for (int position = 0; position < ids.cols(); position++) {
      const auto token = table.row(ids(sequence, position));
      next = std::copy(token.begin(), token.end(), next);
    }
  }
  return vectors;
}
