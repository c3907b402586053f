// Log-softmax.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  const Eigen::ArrayXd shifted = logits.array() - logits.maxCoeff();
  return shifted - std::log(shifted.exp().sum());
}
