// Shifts by the mean instead of the maximum.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  const double mean = logits.mean();
  const Eigen::VectorXd powers = logits.unaryExpr([mean](double logit) { return std::exp(logit - mean); });
  return powers / powers.sum();
}
