// SiLU after the product.
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  const Eigen::ArrayXXd gate = x * w_gate;
  const Eigen::ArrayXXd up = x * w_up;
  const Eigen::ArrayXXd product = gate * up;
  return (product / (1 + (-product).exp())).matrix() * w_down;
}
