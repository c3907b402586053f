// The chance of being wrong instead of the surprise.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd z = logits.row(t).array() - logits.row(t).maxCoeff();
    const Eigen::ArrayXd p = z.exp() / z.exp().sum();
    total += 1 - p(targets(t));
  }
  return total / static_cast<double>(logits.rows());
}
