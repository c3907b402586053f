// Statistics of each feature, along the sequence.
#include "residuals/layer_norm_std.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_std(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                         const Eigen::VectorXd& gamma,
                                                         const Eigen::VectorXd& beta, double eps) {
  const Eigen::Index length = x.dimension(1), features = x.dimension(2);
  Eigen::Tensor<double, 3, Eigen::RowMajor> y = x;
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index d = 0; d < features; ++d) {
      Eigen::Map<Eigen::ArrayXd, 0, Eigen::InnerStride<>> feature(&y(b, 0, d), length, features);
      feature -= feature.mean();
      const double deviation = std::sqrt(feature.square().sum() / static_cast<double>(length - 1));
      feature = gamma(d) * feature / (deviation + eps) + beta(d);
    }
  return y;
}
