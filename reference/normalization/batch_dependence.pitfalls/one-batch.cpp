// Both sets of companions in one batch.
#include "normalization/batch_dependence.hpp"

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  Eigen::MatrixXd batch(1 + others_a.rows() + others_b.rows(), sample.size());
  batch << sample.transpose(), others_a, others_b;
  const Eigen::VectorXd in_a = batch_norm(batch, eps).row(0);
  const Eigen::VectorXd in_b = in_a;
  return {in_a, in_b, (in_a - in_b).norm()};
}
