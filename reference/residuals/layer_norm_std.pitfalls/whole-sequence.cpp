// One mean and one deviation for a sequence.
#include "residuals/layer_norm_std.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_std(const Eigen::Tensor<double, 3, Eigen::RowMajor>& x,
                                                         const Eigen::VectorXd& gamma,
                                                         const Eigen::VectorXd& beta, double eps) {
  const Eigen::Index length = x.dimension(1), features = x.dimension(2);
  Eigen::Tensor<double, 3, Eigen::RowMajor> y = x;
  for (Eigen::Index b = 0; b < x.dimension(0); ++b) {
    Eigen::Map<Eigen::ArrayXXd> tokens(&y(b, 0, 0), features, length);
    tokens -= tokens.mean();
    const double deviation = std::sqrt(tokens.square().sum() / static_cast<double>(tokens.size() - 1));
    tokens = (tokens.colwise() * gamma.array()) / (deviation + eps);
    tokens.colwise() += beta.array();
  }
  return y;
}
