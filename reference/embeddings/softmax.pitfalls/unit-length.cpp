// Divides by the Euclidean length.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  const Eigen::VectorXd powers = (logits.array() - logits.maxCoeff()).exp();
  return powers.normalized();
}
