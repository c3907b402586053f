// Divides the squares by the number of companions.
#include "normalization/batch_dependence.hpp"

namespace {

Eigen::VectorXd normalized_among(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others, double eps) {
  Eigen::MatrixXd batch(others.rows() + 1, sample.size());
  batch << sample.transpose(), others;
  const Eigen::RowVectorXd mean = batch.colwise().mean();
  const Eigen::ArrayXXd centered = (batch.rowwise() - mean).array();
  const Eigen::ArrayXd variance =
      centered.square().colwise().sum().transpose() / static_cast<double>(others.rows());
  return centered.row(0).transpose() / (variance + eps).sqrt();
}

}  // namespace

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  const Eigen::VectorXd in_a = normalized_among(sample, others_a, eps);
  const Eigen::VectorXd in_b = normalized_among(sample, others_b, eps);
  return {in_a, in_b, (in_a - in_b).norm()};
}
