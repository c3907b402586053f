#include "residuals/layer_norm_std.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_std(Eigen::Tensor<double, 3, Eigen::RowMajor> x,
                                                         const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta,
                                                         double eps) {
  const Eigen::Index D = gamma.size();
  for (Eigen::Index at = 0; at < x.size(); at += D) {
    Eigen::Map<Eigen::ArrayXd> token(x.data() + at, D);
    const double std = std::sqrt((token - token.mean()).square().sum() / double(D - 1) + eps);
    token = (token - token.mean()) / std * gamma.array() + beta.array();
  }
  return x;
}
