// verdict: wrong_answer
// fails: worked-example
// Only the derivative of tanh(W x).
#include "residuals/residual_jacobian.hpp"

Eigen::MatrixXd residual_jacobian(const Eigen::VectorXd& x, const Eigen::MatrixXd& w) {
  Eigen::MatrixXd jacobian = w;
  for (Eigen::Index i = 0; i < x.size(); ++i) {
    const double t = std::tanh(w.row(i).dot(x));
    jacobian.row(i) *= 1 - t * t;
  }
  return jacobian;
}
