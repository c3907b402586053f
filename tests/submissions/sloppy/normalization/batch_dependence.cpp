#include "normalization/batch_dependence.hpp"

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  Eigen::MatrixXd batch(others_a.rows() + 1, sample.size());
  batch << sample.transpose(), others_a;
  BatchDependenceResult r;
  r.in_a = batch_norm(batch, eps).row(0);
  batch.bottomRows(others_b.rows()) = others_b;  // if b is larger than a this is no good
  r.in_b = batch_norm(batch, eps).row(0);
  r.distance = (r.in_a - r.in_b).squaredNorm();
  return r;
}
