// Statistics of each feature, over the positions.
#include "transformer/layer_norm_3d.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_3d(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                        const Eigen::VectorXd& gamma,
                                                        const Eigen::VectorXd& beta, double eps) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> y(x.dimensions());
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index d = 0; d < x.dimension(2); ++d) {
      double mean = 0;
      for (Eigen::Index t = 0; t < x.dimension(1); ++t) mean += x(b, t, d);
      mean /= static_cast<double>(x.dimension(1));
      double variance = 0;
      for (Eigen::Index t = 0; t < x.dimension(1); ++t) variance += (x(b, t, d) - mean) * (x(b, t, d) - mean);
      variance /= static_cast<double>(x.dimension(1));
      for (Eigen::Index t = 0; t < x.dimension(1); ++t)
        y(b, t, d) = gamma(d) * (x(b, t, d) - mean) / std::sqrt(variance + eps) + beta(d);
    }
  return y;
}
