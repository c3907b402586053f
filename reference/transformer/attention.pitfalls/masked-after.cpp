// Hides weights, not scores.
#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  const Eigen::MatrixXd scores = q * k.transpose() / std::sqrt(static_cast<double>(k.cols()));
  const Eigen::VectorXd largest = scores.rowwise().maxCoeff();
  const Eigen::ArrayXXd exponentials = (scores.colwise() - largest).array().exp();
  const Eigen::ArrayXd sums = exponentials.rowwise().sum();
  Eigen::MatrixXd weights = exponentials.colwise() / sums;
  if (mask) weights = mask->select(weights, 0.0);
  return weights * v;
}
