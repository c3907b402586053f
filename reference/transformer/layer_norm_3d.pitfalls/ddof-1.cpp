// Divides the squares by D - 1.
#include "transformer/layer_norm_3d.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_3d(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                        const Eigen::VectorXd& gamma,
                                                        const Eigen::VectorXd& beta, double eps) {
  Eigen::Tensor<double, 3, Eigen::RowMajor> y(x.dimensions());
  for (Eigen::Index start = 0; start < x.size(); start += gamma.size()) {
    const Eigen::Map<const Eigen::ArrayXd> features(x.data() + start, gamma.size());
    const Eigen::ArrayXd centered = features - features.mean();
    const double scale = std::sqrt(centered.square().sum() / static_cast<double>(gamma.size() - 1) + eps);
    Eigen::Map<Eigen::ArrayXd>(y.data() + start, gamma.size()) =
        gamma.array() * centered / scale + beta.array();
  }
  return y;
}
