#include "normalization/layer_independence.hpp"

LayerIndependenceResult layer_independence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                           const Eigen::MatrixXd& others_b, double eps) {
  LayerIndependenceResult result;
  // the sample is one row, so it is its own batch
  Eigen::MatrixXd one = sample;
  result.in_a = layer_norm_rows(one, eps);
  result.in_b = layer_norm_rows(one, eps);
  result.distance = (result.in_a - result.in_b).norm();
  return result;
}
