// ReGLU.
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  const Eigen::ArrayXXd gate = x * w_gate;
  const Eigen::ArrayXXd up = x * w_up;
  return (gate.max(0) * up).matrix() * w_down;
}
