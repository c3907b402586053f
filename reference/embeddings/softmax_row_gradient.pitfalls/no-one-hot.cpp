// Leaves the target out.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t /*target*/) {
  return p * h.transpose();
}
