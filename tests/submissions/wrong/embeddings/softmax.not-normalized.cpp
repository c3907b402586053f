// verdict: wrong_answer
// fails: worked-example
// Forgets the sum.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(Eigen::VectorXd logits) {
  const double largest = *std::max_element(logits.begin(), logits.end());
  for (double& z : logits) z = std::exp(z - largest);
  return logits;
}
