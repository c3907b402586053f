// verdict: runtime_error
// fails: worked-example
// Recurses until the stack is full.
#include "layer_norm/layer_norm.hpp"

static double deeper(const volatile double* above) {
  volatile double here[64];
  here[0] = *above + 1;
  return deeper(here) + here[0];
}

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  const double start = x(0, 0);
  return x * deeper(&start);
}
