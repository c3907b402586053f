// verdict: runtime_error
// fails: worked-example
// Throws on every call.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  throw std::out_of_range("no row " + std::to_string(x.rows()));
}
