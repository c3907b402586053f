// verdict: wrong_answer
// fails: worked-example
// The deviation of a population.
#include "residuals/layer_norm_std.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

Batch layer_norm_std(Batch x, Eigen::VectorXd gamma, Eigen::VectorXd beta, double eps) {
  const Eigen::Index D = x.dimension(2);
  Eigen::Map<Eigen::MatrixXd> tokens(x.data(), D, x.dimension(0) * x.dimension(1));
  for (auto token : tokens.colwise()) {
    token.array() -= token.mean();
    token /= token.norm() / std::sqrt(double(D)) + eps;
    token = token.cwiseProduct(gamma) + beta;
  }
  return x;
}
