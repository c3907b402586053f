// Statistics of the companions alone.
#include "normalization/batch_dependence.hpp"

namespace {

Eigen::VectorXd normalized_among(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others, double eps) {
  const Eigen::RowVectorXd mean = others.colwise().mean();
  const Eigen::ArrayXXd centered = (others.rowwise() - mean).array();
  const Eigen::ArrayXd variance = centered.square().colwise().mean().transpose();
  return (sample - mean.transpose()).array() / (variance + eps).sqrt();
}

}  // namespace

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  const Eigen::VectorXd in_a = normalized_among(sample, others_a, eps);
  const Eigen::VectorXd in_b = normalized_among(sample, others_b, eps);
  return {in_a, in_b, (in_a - in_b).norm()};
}
