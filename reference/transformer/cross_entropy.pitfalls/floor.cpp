// A floor under the probability.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd z = logits.row(t).array() - logits.row(t).maxCoeff();
    const Eigen::ArrayXd p = z.exp() / z.exp().sum();
    total -= std::log(p(targets(t)) + 1e-8);
  }
  return total / static_cast<double>(logits.rows());
}
