// The step downhill.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t target) {
  Eigen::VectorXd error = -p;
  error(target) += 1;
  return error * h.transpose();
}
