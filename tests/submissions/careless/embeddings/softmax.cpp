#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  const Eigen::ArrayXd e = logits.array().exp();
  return e / e.sum();
}
