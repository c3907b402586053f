#include "normalization/layer_independence.hpp"

// Calls the student's own layer_norm_rows on both batches.
LayerIndependenceResult layer_independence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                           const Eigen::MatrixXd& others_b, const double& eps) {
  const auto first_row = [&](const Eigen::MatrixXd& others) -> Eigen::VectorXd {
    Eigen::MatrixXd batch = Eigen::MatrixXd::Zero(1 + others.rows(), others.cols());
    batch.topRows(1) = sample.transpose();
    batch.bottomRows(others.rows()) = others;
    return layer_norm_rows(batch, eps).topRows(1).transpose();
  };
  LayerIndependenceResult result{first_row(others_a), first_row(others_b), 0};
  result.distance = std::sqrt((result.in_a - result.in_b).squaredNorm());
  return result;
}
