// verdict: wrong_shape
// fails: worked-example
// One feature is missing.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  return x.leftCols(x.cols() - 1);
}
