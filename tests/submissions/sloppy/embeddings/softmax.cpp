#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(Eigen::VectorXd logits) {
  for (double& z : logits) z = std::exp(z - logits.maxCoeff());
  return logits / logits.sum();
}
