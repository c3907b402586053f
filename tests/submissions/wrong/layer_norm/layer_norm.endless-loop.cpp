// verdict: time_limit
// fails: worked-example
// Never returns.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  volatile bool forever = true;
  while (forever) {
  }
  return x;
}
