// verdict: wrong_answer
// fails: worked-example
// The norm of what the sub-layer computes.
#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  Eigen::MatrixXd y = x * w;
  for (Eigen::Index t = 0; t < y.rows(); ++t) {
    const Eigen::ArrayXd row = y.row(t).array() - y.row(t).mean();
    y.row(t) = gamma.array() * row / std::sqrt(row.square().mean() + eps) + beta.array();
  }
  return y;
}
