#include "transformer/layer_norm_3d.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

Batch layer_norm_3d(Batch x, const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta, double eps) {
  for (Eigen::Index b = 0; b < x.dimension(0); ++b) {
    for (Eigen::Index t = 0; t < x.dimension(1); ++t) {
      double mean = 0;
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) mean += x(b, t, d);
      mean /= double(x.dimension(2));
      double variance = 0;
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) variance += std::pow(x(b, t, d) - mean, 2);
      variance /= double(x.dimension(2));
      for (Eigen::Index d = 0; d < x.dimension(2); ++d)
        x(b, t, d) = gamma[d] * (x(b, t, d) - mean) / std::sqrt(variance + eps) + beta[d];
    }
  }
  return x;
}
