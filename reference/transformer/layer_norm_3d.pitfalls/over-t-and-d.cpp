// Statistics of whole texts.
#include "transformer/layer_norm_3d.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_3d(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                        const Eigen::VectorXd& gamma,
                                                        const Eigen::VectorXd& beta, double eps) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> y(x.dimensions());
  const Eigen::Index size = x.dimension(1) * x.dimension(2);
  for (Eigen::Index b = 0; b < x.dimension(0); ++b) {
    const Eigen::Map<const Eigen::ArrayXd> text(x.data() + b * size, size);
    const Eigen::ArrayXd centered = text - text.mean();
    const Eigen::ArrayXd normalized = centered / std::sqrt(centered.square().mean() + eps);
    for (Eigen::Index i = 0; i < size; ++i)
      y.data()[b * size + i] = gamma(i % gamma.size()) * normalized(i) + beta(i % gamma.size());
  }
  return y;
}
