// verdict: compile_error
// fails: worked-example
// Calls what nobody declared.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  return normalise(x);
}
