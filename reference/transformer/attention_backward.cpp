// Vaswani et al., "Attention Is All You Need", 2017, equation 1, y = softmax(q kᵀ / √K) v, differentiated by
// the chain rule: products as in a linear layer, and for a row p of the softmax ds = p ⊙ (dp − Σ p dp).
#include "transformer/attention_backward.hpp"

AttentionBackwardResult attention_backward(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k,
                                           const Eigen::MatrixXd& v,
                                           const std::optional<Eigen::MatrixX<bool>>& mask,
                                           const Eigen::MatrixXd& dy) {
  const double scale = 1 / std::sqrt(static_cast<double>(q.cols()));
  Eigen::MatrixXd scores = q * k.transpose();
  scores *= scale;
  if (mask) scores = mask->select(scores, -std::numeric_limits<double>::infinity());
  const Eigen::VectorXd largest = scores.rowwise().maxCoeff();
  const Eigen::MatrixXd powers = (scores.colwise() - largest).array().exp();
  const Eigen::ArrayXd sums = powers.rowwise().sum();
  const Eigen::MatrixXd weights = powers.array().colwise() / sums;

  const Eigen::MatrixXd dweights = dy * v.transpose();
  const Eigen::VectorXd through_sum = weights.cwiseProduct(dweights).rowwise().sum();
  const Eigen::MatrixXd dscores = scale * weights.cwiseProduct(dweights.colwise() - through_sum);
  return {dscores * k, dscores.transpose() * q, weights.transpose() * dy};
}
