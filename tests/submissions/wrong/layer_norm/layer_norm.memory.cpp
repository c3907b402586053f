// verdict: memory_limit
// fails: worked-example
// Asks for 512 MiB again and again.
#include "layer_norm/layer_norm.hpp"

static std::vector<std::unique_ptr<double[]>> hoard;

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& /*gamma*/,
                           const Eigen::VectorXd& /*beta*/, double /*eps*/) {
  while (x.size() > 0) hoard.emplace_back(new double[std::size_t{1} << 26]);
  return x;
}
