// How output rows move. What is asked: grader show embeddings/softmax_row_gradient
//
//   h: float[D]
//   p: float[V]
//   target: int
//   returns float[V, D]
#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p,
                                     std::int64_t target) {
  grader::todo();  // your solution goes here
}
