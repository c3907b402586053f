// Vaswani et al., "Attention Is All You Need", 2017, equation 1, y = softmax(q kᵀ / √K) v, differentiated by
// the chain rule: products as in a linear layer, and for a row p of the softmax ds = p ⊙ (dp − Σ p dp).
#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  const double scale = 1 / std::sqrt(static_cast<double>(q.cols()));
  Eigen::MatrixXd scores = scale * q * k.transpose();
  if (mask) scores = mask->select(scores, -std::numeric_limits<double>::infinity());
  const Eigen::VectorXd largest = scores.rowwise().maxCoeff();
  const Eigen::ArrayXXd powers = (scores.colwise() - largest).array().exp();
  const Eigen::ArrayXd sums = powers.rowwise().sum();
  const Eigen::ArrayXXd weights = powers.colwise() / sums;

  const Eigen::ArrayXXd dweights = dy * v.transpose();
  const Eigen::ArrayXd through_sum = (weights * dweights).rowwise().sum();
  const Eigen::MatrixXd dscores = weights * (dweights.colwise() - through_sum);
  return {scale * dscores * k, scale * dscores.transpose() * q, weights.matrix().transpose() * dy};
}
