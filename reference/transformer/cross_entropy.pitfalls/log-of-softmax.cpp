// By way of the probability, which underflows.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const double largest = logits.row(t).maxCoeff();
    double sum = 0;
    for (Eigen::Index v = 0; v < logits.cols(); ++v) sum += std::exp(logits(t, v) - largest);
    total -= std::log(std::exp(logits(t, targets(t)) - largest) / sum);
  }
  return total / static_cast<double>(logits.rows());
}
