#include "residuals/layer_norm_std.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_std(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                         const Eigen::VectorXd& gamma,
                                                         const Eigen::VectorXd& beta, double eps) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> y = x;
  const float features = float(x.dimension(2));
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index t = 0; t < x.dimension(1); ++t) {
      float sum = 0;
      float squares = 0;
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) {
        sum += float(x(b, t, d));
        squares += float(x(b, t, d) * x(b, t, d));
      }
      const float mean = sum / features;
      const float deviation = std::sqrt((squares - features * mean * mean) / (features - 1));
      for (Eigen::Index d = 0; d < x.dimension(2); ++d)
        y(b, t, d) = gamma[d] * (x(b, t, d) - mean) / (deviation + eps) + beta[d];
    }
  return y;
}
