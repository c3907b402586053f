// verdict: runtime_error
// fails: worked-example
// Reads behind the last row, which Eigen notices.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  Eigen::MatrixXd y = x;
  y(0, 0) = x(x.rows(), 0);
  return y;
}
