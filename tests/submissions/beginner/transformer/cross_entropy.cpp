#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double loss = 0;
  for (int t = 0; t < logits.rows(); t++) {
    double sum = 0;
    for (int v = 0; v < logits.cols(); v++) sum += std::exp(logits(t, v));
    loss = loss + std::log(std::exp(logits(t, targets(t))) / sum);
  }
  return loss / logits.rows();
}
