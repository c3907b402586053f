// Shazeer, "GLU Variants Improve Transformer", 2020, FFN_SwiGLU: without shifts, and with SiLU(z) = z
// sigmoid(z).
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  const Eigen::ArrayXXd gate = x * w_gate;
  const Eigen::ArrayXXd up = x * w_up;
  const Eigen::ArrayXXd silu = gate / (1 + (-gate).exp());
  return (silu * up).matrix() * w_down;
}
