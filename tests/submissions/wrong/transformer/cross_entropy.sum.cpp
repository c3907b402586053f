// verdict: wrong_answer
// fails: worked-example
// The sum over the positions.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const double largest = logits.row(t).maxCoeff();
    total += largest + std::log((logits.row(t).array() - largest).exp().sum()) - logits(t, targets(t));
  }
  return total;
}
