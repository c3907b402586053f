// verdict: wrong_answer
// fails: worked-example
// Takes up for the gate.
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  Eigen::MatrixXd hidden = x * w_up;
  for (double& z : hidden.reshaped()) z /= 1 + std::exp(-z);
  hidden = hidden.cwiseProduct(x * w_gate);
  return hidden * w_down;
}
