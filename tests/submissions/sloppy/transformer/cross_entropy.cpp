#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double loss = 0;
  for (int t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd z = logits.row(t).array() - logits.row(t).maxCoeff();
    loss += std::log(z.exp().sum()) - z[targets[t]];
  }
  return loss;
}
