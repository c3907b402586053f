// verdict: not_finite
// fails: large
// Overflows and vanishes.
#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  double sum = 0;
  for (double z : logits) sum += std::exp(z);
  Eigen::VectorXd p(logits.size());
  for (Eigen::Index i = 0; i < p.size(); ++i) p[i] = std::exp(logits[i]) / sum;
  return p;
}
