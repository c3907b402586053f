// The derivative of −log softmax(z)[target] by z is softmax(z) − onehot(target): Bridle, "Probabilistic
// Interpretation of Feedforward Classification Network Outputs", 1990.
#include "transformer/cross_entropy_backward.hpp"

Eigen::MatrixXd cross_entropy_backward(const Eigen::MatrixXd& logits,
                                       const Eigen::VectorX<std::int64_t>& targets) {
  const Eigen::VectorXd largest = logits.rowwise().maxCoeff();
  const Eigen::ArrayXXd powers = (logits.colwise() - largest).array().exp();
  const Eigen::ArrayXd sums = powers.rowwise().sum();
  Eigen::MatrixXd gradient = powers.colwise() / sums;
  for (Eigen::Index t = 0; t < logits.rows(); ++t) gradient(t, targets(t)) -= 1;
  return gradient / static_cast<double>(logits.rows());
}
