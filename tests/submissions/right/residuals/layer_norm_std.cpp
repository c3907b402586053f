#include "residuals/layer_norm_std.hpp"

using Batch = Eigen::Tensor<double, 3, Eigen::RowMajor>;

Batch layer_norm_std(Batch x, Eigen::VectorXd gamma, Eigen::VectorXd beta, double eps) {
  const int D = x.dimension(2);
  for (int b = 0; b < x.dimension(0); b++) {
    for (int t = 0; t < x.dimension(1); t++) {
      double mean = 0, squares = 0;
      for (int d = 0; d < D; d++) mean += x(b, t, d);
      mean /= D;
      for (int d = 0; d < D; d++) squares += std::pow(x(b, t, d) - mean, 2);
      const double s = std::sqrt(squares / (D - 1));
      for (int d = 0; d < D; d++) x(b, t, d) = (x(b, t, d) - mean) / (s + eps) * gamma(d) + beta(d);
    }
  }
  return x;
}
