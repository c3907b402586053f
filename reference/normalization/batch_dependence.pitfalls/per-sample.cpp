// The sample's own mean and variance, which is LayerNorm.
#include "normalization/batch_dependence.hpp"

namespace {

Eigen::VectorXd normalized_among(const Eigen::VectorXd& sample, const Eigen::MatrixXd& /*others*/,
                                 double eps) {
  const Eigen::ArrayXd centered = sample.array() - sample.mean();
  return centered / std::sqrt(centered.square().mean() + eps);
}

}  // namespace

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  const Eigen::VectorXd in_a = normalized_among(sample, others_a, eps);
  const Eigen::VectorXd in_b = normalized_among(sample, others_b, eps);
  return {in_a, in_b, (in_a - in_b).norm()};
}
