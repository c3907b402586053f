// Softmax. What is asked: grader show embeddings/softmax
//
//   logits: float[V]
//   returns float[V]
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  grader::todo();  // your solution goes here
}
