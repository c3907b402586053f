#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, Eigen::VectorXd p, std::int64_t target) {
  p[target] = 1 - p[target];
  return p * h.transpose();
}
