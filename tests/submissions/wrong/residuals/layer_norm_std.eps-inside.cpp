// verdict: wrong_answer
// fails: worked-example
// The root of variance and eps together.
#include "residuals/layer_norm_std.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

Batch layer_norm_std(Batch x, Eigen::VectorXd gamma, Eigen::VectorXd beta, double eps) {
  const Eigen::Index D = x.dimension(2);
  Eigen::Map<Eigen::MatrixXd> tokens(x.data(), D, x.dimension(0) * x.dimension(1));
  for (auto token : tokens.colwise()) {
    token.array() -= token.mean();
    token /= std::sqrt(token.squaredNorm() / (D - 1) + eps);
    token = token.cwiseProduct(gamma) + beta;
  }
  return x;
}
