#include "embeddings/softmax.hpp"

Eigen::VectorXd softmax(const Eigen::VectorXd& logits) {
  Eigen::VectorXd p(logits.size());
  double sum = 0;
  for (int i = 0; i < logits.size(); i++) {
    p(i) = std::exp(logits(i));
    sum += p(i);
  }
  for (int i = 0; i < logits.size(); i++) {
    p(i) = p(i) / sum;
  }
  return p;
}
