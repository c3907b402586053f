#include "embeddings/softmax.hpp"

// In one pass: the sum of the powers is kept relative to the largest logit so far.
Eigen::VectorXd softmax(Eigen::VectorXd logits) {
  double largest = -std::numeric_limits<double>::infinity();
  double sum = 0;
  for (double z : logits) {
    if (z > largest) {
      sum *= std::exp(largest - z);
      largest = z;
    }
    if (z > -std::numeric_limits<double>::infinity()) sum += std::exp(z - largest);
  }
  for (double& z : logits) z = std::exp(z - largest) / sum;
  return logits;
}
