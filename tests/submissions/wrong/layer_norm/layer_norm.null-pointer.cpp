// verdict: runtime_error
// fails: worked-example
// Ends with SIGSEGV.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  const double* volatile nowhere = nullptr;
  return x * *nowhere;
}
