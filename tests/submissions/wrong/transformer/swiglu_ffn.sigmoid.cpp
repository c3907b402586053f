// verdict: wrong_answer
// fails: worked-example
// A gated linear unit of the first kind.
#include "transformer/swiglu_ffn.hpp"

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  const Eigen::MatrixXd open = (x * w_gate).unaryExpr([](double z) { return 0.5 * (1 + std::tanh(z / 2)); });
  return open.cwiseProduct(x * w_up) * w_down;
}
