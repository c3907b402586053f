// verdict: memory_limit
// fails: worked-example
// Allocates 16 MiB again and again.
#include "layer_norm/layer_norm.hpp"

static std::vector<std::vector<double>> hoard;

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  while (true) hoard.emplace_back(std::size_t{1} << 21, x(0, 0));
}
