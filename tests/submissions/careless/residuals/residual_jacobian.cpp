#include "residuals/residual_jacobian.hpp"

// The derivative by differences, which works for every function.
Eigen::MatrixXd residual_jacobian(const Eigen::VectorXd& x, const Eigen::MatrixXd& w) {
  const double h = 1e-6;
  const auto f = [&](const Eigen::VectorXd& at) -> Eigen::VectorXd { return at.array() + (w * at).array().tanh(); };
  Eigen::MatrixXd jacobian(x.size(), x.size());
  for (Eigen::Index j = 0; j < x.size(); ++j) {
    Eigen::VectorXd moved = x;
    moved[j] += h;
    jacobian.col(j) = (f(moved) - f(x)) / h;
  }
  return jacobian;
}
