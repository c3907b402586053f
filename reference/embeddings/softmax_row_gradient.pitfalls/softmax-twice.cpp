// The derivative of the sigmoid once more.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t target) {
  Eigen::VectorXd error = p;
  error(target) -= 1;
  const Eigen::VectorXd by_logit = error.array() * p.array() * (1 - p.array());
  return by_logit * h.transpose();
}
