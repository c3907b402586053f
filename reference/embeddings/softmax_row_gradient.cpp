// Bridle, "Training Stochastic Model Recognition Algorithms as Networks Can Lead to Maximum Mutual
// Information Estimation of Parameters", 1989: under cross-entropy the gradient with respect to the logits is
// p − onehot.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t target) {
  Eigen::VectorXd error = p;
  error(target) -= 1;
  return error * h.transpose();
}
