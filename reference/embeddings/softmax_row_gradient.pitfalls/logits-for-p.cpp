// Takes the probabilities for logits.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t target) {
  const Eigen::VectorXd powers = p.array().exp();
  Eigen::VectorXd error = powers / powers.sum();
  error(target) -= 1;
  return error * h.transpose();
}
