// verdict: wrong_answer
// fails: worked-example
// The sample's variance.
#include "transformer/layer_norm_3d.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

Batch layer_norm_3d(Batch x, const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta, double eps) {
  for (Eigen::Index b = 0; b < x.dimension(0); ++b) {
    for (Eigen::Index t = 0; t < x.dimension(1); ++t) {
      Eigen::Map<Eigen::VectorXd> row(&x(b, t, 0), x.dimension(2));
      row.array() -= row.mean();
      row /= std::sqrt(row.squaredNorm() / double(row.size() - 1) + eps);
      row = row.cwiseProduct(gamma) + beta;
    }
  }
  return x;
}
