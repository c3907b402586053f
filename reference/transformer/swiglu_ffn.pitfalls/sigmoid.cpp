// A gate between 0 and 1.
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  const Eigen::ArrayXXd gate = x * w_gate;
  const Eigen::ArrayXXd up = x * w_up;
  const Eigen::ArrayXXd sigmoid = 1 / (1 + (-gate).exp());
  return (sigmoid * up).matrix() * w_down;
}
