// verdict: runtime_error
// fails: worked-example
// Throws something that is no exception type.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  if (x.size() >= 0) throw 42;
  return x;
}
