// The negative log-likelihood of the targets, which Vaswani et al., "Attention Is All You Need", 2017, train
// with; log Σ exp is taken relative to the largest logit.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd relative = logits.row(t).array() - logits.row(t).maxCoeff();
    total += std::log(relative.exp().sum()) - relative(targets(t));
  }
  return total / static_cast<double>(logits.rows());
}
