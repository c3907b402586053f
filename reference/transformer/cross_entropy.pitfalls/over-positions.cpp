// A softmax for each token.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd z = logits.col(targets(t)).array() - logits.col(targets(t)).maxCoeff();
    total += std::log(z.exp().sum()) - z(t);
  }
  return total / static_cast<double>(logits.rows());
}
