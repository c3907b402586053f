// verdict: not_finite
// fails: impossible
// Takes the logarithm of probabilities, which are 0 where a token is very unlikely.
#include "transformer/cross_entropy.hpp"

double cross_entropy(const Eigen::MatrixXd& logits, const Eigen::VectorX<std::int64_t>& targets) {
  const Eigen::VectorXd largest = logits.rowwise().maxCoeff();
  Eigen::MatrixXd p = (logits.colwise() - largest).unaryExpr([](double z) { return std::exp(z); });
  for (Eigen::Index t = 0; t < p.rows(); ++t) p.row(t) /= p.row(t).sum();
  double total = 0;
  for (Eigen::Index t = 0; t < p.rows(); ++t) total += -std::log(p(t, targets(t)));
  return total / static_cast<double>(p.rows());
}
