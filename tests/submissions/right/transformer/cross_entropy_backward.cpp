#include "transformer/cross_entropy_backward.hpp"

// p_v = 1 / sum_u exp(z_u - z_v): every difference is taken with the element itself, so nothing is ever 0 / 0.
Eigen::MatrixXd cross_entropy_backward(Eigen::MatrixXd logits, const Eigen::VectorX<std::int64_t>& targets) {
  const int positions = static_cast<int>(logits.rows());
  Eigen::MatrixXd result(logits.rows(), logits.cols());
  for (int t = 0; t < positions; t++)
    for (int v = 0; v < logits.cols(); v++) {
      double inverse = 0;
      for (int u = 0; u < logits.cols(); u++) inverse += std::exp(logits(t, u) - logits(t, v));
      const double truth = targets(t) == v ? 1.0 : 0.0;
      result(t, v) = (1 / inverse - truth) / positions;
    }
  return result;
}
