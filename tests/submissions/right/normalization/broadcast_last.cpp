#include "normalization/broadcast_last.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

// Row-major, so that the features of one position are neighbours in memory.
BroadcastLastResult broadcast_last(Batch x, Eigen::VectorXd gamma) {
  const Eigen::Index features = x.dimension(2);
  const bool fits = features == gamma.rows();
  if (fits) {
    Eigen::Map<Eigen::MatrixXd> columns(x.data(), features, x.dimension(0) * x.dimension(1));
    columns.colwise() += gamma;
  }
  return BroadcastLastResult{fits, std::move(x)};
}
