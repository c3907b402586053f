// Hidden numbers that compete.
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  const Eigen::ArrayXXd gate = x * w_gate;
  const Eigen::ArrayXXd up = x * w_up;
  Eigen::ArrayXXd weights = gate;
  for (Eigen::Index t = 0; t < weights.rows(); ++t) {
    weights.row(t) = (weights.row(t) - weights.row(t).maxCoeff()).exp();
    weights.row(t) /= weights.row(t).sum();
  }
  return (weights * up).matrix() * w_down;
}
