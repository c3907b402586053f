// verdict: wrong_answer
// fails: worked-example
// The statistics are of the others alone.
#include "normalization/batch_dependence.hpp"

namespace {

Eigen::VectorXd normalized_among(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others, double eps) {
  const Eigen::VectorXd mean = others.colwise().mean().transpose();
  const Eigen::ArrayXXd centered = (others.rowwise() - mean.transpose()).array();
  const Eigen::ArrayXd variance = centered.square().colwise().mean().transpose();
  return (sample - mean).array() / (variance + eps).sqrt();
}

}  // namespace

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  const Eigen::VectorXd in_a = normalized_among(sample, others_a, eps);
  const Eigen::VectorXd in_b = normalized_among(sample, others_b, eps);
  return {in_a, in_b, (in_a - in_b).norm()};
}
