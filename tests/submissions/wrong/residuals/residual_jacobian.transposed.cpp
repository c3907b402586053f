// verdict: wrong_answer
// fails: worked-example
// Each slope in its own column.
#include "residuals/residual_jacobian.hpp"

Eigen::MatrixXd residual_jacobian(const Eigen::VectorXd& x, const Eigen::MatrixXd& w) {
  Eigen::MatrixXd jacobian = Eigen::MatrixXd::Identity(x.size(), x.size());
  const Eigen::VectorXd z = w * x;
  for (Eigen::Index output = 0; output < x.size(); ++output)
    for (Eigen::Index input = 0; input < x.size(); ++input)
      jacobian(input, output) += (1 - std::pow(std::tanh(z(output)), 2)) * w(output, input);
  return jacobian;
}
