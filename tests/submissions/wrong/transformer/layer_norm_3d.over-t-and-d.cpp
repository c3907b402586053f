// verdict: wrong_answer
// fails: constant
// One mean for all positions of a text.
#include "transformer/layer_norm_3d.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

Batch layer_norm_3d(Batch x, const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta, double eps) {
  const double count = double(x.dimension(1) * x.dimension(2));
  for (Eigen::Index b = 0; b < x.dimension(0); ++b) {
    double sum = 0;
    double squares = 0;
    for (Eigen::Index t = 0; t < x.dimension(1); ++t)
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) sum += x(b, t, d);
    for (Eigen::Index t = 0; t < x.dimension(1); ++t)
      for (Eigen::Index d = 0; d < x.dimension(2); ++d) squares += std::pow(x(b, t, d) - sum / count, 2);
    for (Eigen::Index t = 0; t < x.dimension(1); ++t)
      for (Eigen::Index d = 0; d < x.dimension(2); ++d)
        x(b, t, d) = gamma[d] * (x(b, t, d) - sum / count) / std::sqrt(squares / count + eps) + beta[d];
  }
  return x;
}
