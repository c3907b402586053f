// The likelihood, which is to be large.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd z = logits.row(t).array() - logits.row(t).maxCoeff();
    total += z(targets(t)) - std::log(z.exp().sum());
  }
  return total / static_cast<double>(logits.rows());
}
