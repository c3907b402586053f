// Powers of the bare logits, as std::exp computes them.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  const Eigen::VectorXd powers = logits.unaryExpr([](double logit) { return std::exp(logit); });
  return powers / powers.sum();
}
