// verdict: wrong_answer
// fails: worked-example
// The direction of the step instead of the gradient.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t target) {
  Eigen::MatrixXd step(p.size(), h.size());
  for (Eigen::Index v = 0; v < p.size(); ++v)
    step.row(v) = ((v == target ? 1.0 : 0.0) - p[v]) * h.transpose();
  return step;
}
