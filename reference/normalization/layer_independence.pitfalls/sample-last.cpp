// Puts the sample below the others, and still takes the first row.
#include "normalization/layer_independence.hpp"

namespace {

Eigen::VectorXd normalized_among(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others, double eps) {
  Eigen::MatrixXd batch(others.rows() + 1, sample.size());
  batch << others, sample.transpose();
  return layer_norm_rows(batch, eps).row(0);
}

}  // namespace

LayerIndependenceResult layer_independence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                           const Eigen::MatrixXd& others_b, double eps) {
  const Eigen::VectorXd in_a = normalized_among(sample, others_a, eps);
  const Eigen::VectorXd in_b = normalized_among(sample, others_b, eps);
  return {in_a, in_b, (in_a - in_b).norm()};
}
