#include "normalization/batch_dependence.hpp"

BatchDependenceResult batch_dependence(const Eigen::VectorXd& sample, const Eigen::MatrixXd& others_a,
                                       const Eigen::MatrixXd& others_b, double eps) {
  const auto in = [&](const Eigen::MatrixXd& others) -> Eigen::VectorXd {
    Eigen::MatrixXd batch(others.rows() + 1, sample.size());
    batch << sample.transpose(), others;
    return batch_norm(batch, eps).row(0);
  };
  const Eigen::VectorXd a = in(others_a);
  const Eigen::VectorXd b = in(others_b);
  float sum = 0;
  for (Eigen::Index i = 0; i < a.size(); ++i) sum += float((a[i] - b[i]) * (a[i] - b[i]));
  return {a, b, std::sqrt(sum)};
}
