#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(Eigen::MatrixXd x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                         const Eigen::VectorXd& beta, double eps) {
  for (auto row : x.rowwise()) {
    row.array() -= row.mean();
    row /= std::sqrt(row.squaredNorm() / double(row.size()) + eps);
    row = row.cwiseProduct(gamma.transpose()) + beta.transpose();
  }
  // x is normalized in place by now
  return x + x * w;
}
