// Divides the squares by D - 1.
#include "normalization/layer_independence.hpp"

namespace {

Eigen::VectorXd normalized(const Eigen::VectorXd& sample, double eps) {
  const Eigen::ArrayXd centered = sample.array() - sample.mean();
  return centered / std::sqrt(centered.square().sum() / static_cast<double>(sample.size() - 1) + eps);
}

}  // namespace

LayerIndependenceResult layer_independence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& /*others_a*/,
                                           const Eigen::MatrixXd& /*others_b*/, double eps) {
  const Eigen::VectorXd in_a = normalized(sample, eps);
  const Eigen::VectorXd in_b = normalized(sample, eps);
  return {in_a, in_b, (in_a - in_b).norm()};
}
