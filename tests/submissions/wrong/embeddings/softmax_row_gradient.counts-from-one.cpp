// verdict: wrong_answer
// fails: worked-example
// Takes the first token for number 1.
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, Eigen::VectorXd p, std::int64_t target) {
  p[std::max<std::int64_t>(target - 1, 0)] -= 1;
  return p * h.transpose();
}
