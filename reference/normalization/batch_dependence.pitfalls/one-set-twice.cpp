// The first set of companions both times.
#include "normalization/batch_dependence.hpp"

namespace {

Eigen::VectorXd normalized_among(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others, double eps) {
  Eigen::MatrixXd batch(others.rows() + 1, sample.size());
  batch << sample.transpose(), others;
  return batch_norm(batch, eps).row(0);
}

}  // namespace

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& /*others_b*/, double eps) {
  const Eigen::VectorXd in_a = normalized_among(sample, others_a, eps);
  const Eigen::VectorXd in_b = normalized_among(sample, others_a, eps);
  return {in_a, in_b, (in_a - in_b).norm()};
}
