#include "normalization/layer_independence.hpp"

LayerIndependenceResult layer_independence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                           const Eigen::MatrixXd& others_b, double eps) {
  const auto in = [&](const Eigen::MatrixXd& others) -> Eigen::VectorXd {
    Eigen::MatrixXd batch(others.rows() + 1, sample.size());
    batch << sample.transpose(), others;
    return layer_norm_rows(batch, eps).row(0);
  };
  const Eigen::VectorXd a = in(others_a);
  const Eigen::VectorXd b = in(others_b);
  return {a, b, (a - b).norm()};
}
