// Only the row of the target.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t target) {
  Eigen::MatrixXd gradient = Eigen::MatrixXd::Zero(p.size(), h.size());
  gradient.row(target) = (p(target) - 1) * h.transpose();
  return gradient;
}
