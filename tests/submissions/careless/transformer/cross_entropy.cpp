#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  double total = 0;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) {
    const Eigen::ArrayXd e = logits.row(t).transpose().array().exp();
    const Eigen::ArrayXd p = e / e.sum();
    total += -std::log(p[targets[t]]);
  }
  return total / double(logits.rows());
}
