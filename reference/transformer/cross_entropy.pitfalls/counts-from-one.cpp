// Columns as if the first were 1.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd z = logits.row(t).array() - logits.row(t).maxCoeff();
    const Eigen::Index column = (targets(t) + z.size() - 1) % z.size();
    total += std::log(z.exp().sum()) - z(column);
  }
  return total / static_cast<double>(logits.rows());
}
