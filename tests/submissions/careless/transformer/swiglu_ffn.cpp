#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate, const Eigen::MatrixXd& w_up,
                           const Eigen::MatrixXd& w_down) {
  const Eigen::ArrayXXf gate = (x.cast<float>() * w_gate.cast<float>()).array();
  const Eigen::ArrayXXf up = (x.cast<float>() * w_up.cast<float>()).array();
  const Eigen::MatrixXf hidden = gate / (1.0f + (-gate).exp()) * up;
  return (hidden * w_down.cast<float>()).cast<double>();
}
