#include "transformer/layer_norm_3d.hpp"

Eigen::Tensor<double, 3, Eigen::RowMajor> layer_norm_3d(Eigen::Tensor<double, 3, Eigen::RowMajor> x,
                                                        const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta,
                                                        double eps) {
  const Eigen::Index features = gamma.size();
  for (double* token = x.data(); token != x.data() + x.size(); token += features) {
    float sum = 0;
    float squares = 0;
    for (Eigen::Index d = 0; d < features; ++d) {
      sum += float(token[d]);
      squares += float(token[d]) * float(token[d]);
    }
    const float mean = sum / float(features);
    const float variance = squares / float(features) - mean * mean;
    for (Eigen::Index d = 0; d < features; ++d)
      token[d] = gamma[d] * (token[d] - mean) / std::sqrt(variance + eps) + beta[d];
  }
  return x;
}
