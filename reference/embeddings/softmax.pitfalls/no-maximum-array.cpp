// Powers of the bare logits, as Eigen's vectorized exp computes them.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  const Eigen::ArrayXd powers = logits.array().exp();
  return powers / powers.sum();
}
