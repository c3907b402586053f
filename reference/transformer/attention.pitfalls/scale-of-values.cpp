// The root of the wrong size.
#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd scores = q * k.transpose() / std::sqrt(static_cast<double>(v.cols()));
  if (mask) scores = mask->select(scores, -std::numeric_limits<double>::infinity());
  const Eigen::VectorXd largest = scores.rowwise().maxCoeff();
  const Eigen::ArrayXXd exponentials = (scores.colwise() - largest).array().exp();
  const Eigen::ArrayXd sums = exponentials.rowwise().sum();
  return (exponentials.colwise() / sums).matrix() * v;
}
