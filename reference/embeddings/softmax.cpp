// Bridle, "Probabilistic Interpretation of Feedforward Classification Network Outputs", 1990; shifted by the
// largest logit, so that no power overflows.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  const Eigen::ArrayXd powers = (logits.array() - logits.maxCoeff()).exp();
  return powers / powers.sum();
}
