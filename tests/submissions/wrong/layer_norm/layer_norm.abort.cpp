// verdict: runtime_error
// fails: worked-example
// Ends with SIGABRT.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  if (x.size() >= 0) std::abort();
  return x;
}
