// verdict: compile_error
// fails: worked-example
// Calls what is declared but defined nowhere, which only the linker sees.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd normalise(const Eigen::MatrixXd& x);

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  return normalise(x);
}
