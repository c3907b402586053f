#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(Eigen::MatrixXd x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  x += x * w;
  for (auto row : x.rowwise()) {
    row.array() -= row.mean();
    row /= std::sqrt(row.squaredNorm() / double(row.size() - 1) + eps);
    row = row.cwiseProduct(gamma.transpose()) + beta.transpose();
  }
  return x;
}
