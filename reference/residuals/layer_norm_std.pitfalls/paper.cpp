// Both as in the paper.
#include "residuals/layer_norm_std.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_std(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                         const Eigen::VectorXd& gamma,
                                                         const Eigen::VectorXd& beta, double eps) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> y = x;
  for (Eigen::Index b = 0; b < x.dimension(0); ++b)
    for (Eigen::Index t = 0; t < x.dimension(1); ++t) {
      Eigen::Map<Eigen::ArrayXd> token(&y(b, t, 0), x.dimension(2));
      token -= token.mean();
      const double scale = std::sqrt(token.square().mean() + eps);
      token = gamma.array() * token / scale + beta.array();
    }
  return y;
}
