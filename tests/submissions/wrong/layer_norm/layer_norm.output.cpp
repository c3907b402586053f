// verdict: output_limit
// fails: worked-example
// Prints without end.
#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  while (true) std::cout << "still normalizing row " << x.rows() << std::endl;
}
