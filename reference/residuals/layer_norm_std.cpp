// The LayerNorm of the course's source on residuals: Ba, Kiros and Hinton, 2016, but with the standard
// deviation of a sample, as torch.std computes it, and eps added to the deviation.
#include "residuals/layer_norm_std.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_std(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                         const Eigen::VectorXd& gamma,
                                                         const Eigen::VectorXd& beta, double eps) {
  const Eigen::Index features = x.dimension(2);
  Eigen::Tensor<double, 3, Eigen::RowMajor> y = x;
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index t = 0; t < x.dimension(1); ++t) {
      Eigen::Map<Eigen::ArrayXd> token(&y(b, t, 0), features);  // neighbours in memory
      token -= token.mean();
      const double deviation = std::sqrt(token.square().sum() / static_cast<double>(features - 1));
      token = gamma.array() * token / (deviation + eps) + beta.array();
    }
  return y;
}
