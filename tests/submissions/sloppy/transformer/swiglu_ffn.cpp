#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate, const Eigen::MatrixXd& w_up,
                           const Eigen::MatrixXd& w_down) {
  Eigen::ArrayXXd gate = x * w_gate;
  const Eigen::ArrayXXd up = x * w_up;
  gate = 1 / (1 + (-gate).exp());
  return (gate * up).matrix() * w_down;
}
