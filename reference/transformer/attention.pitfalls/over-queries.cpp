// The softmax of each column.
#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd scores = q * k.transpose() / std::sqrt(static_cast<double>(k.cols()));
  if (mask) scores = mask->select(scores, -std::numeric_limits<double>::infinity());
  const Eigen::RowVectorXd largest = scores.colwise().maxCoeff();
  const Eigen::ArrayXXd exponentials = (scores.rowwise() - largest).array().exp();
  const Eigen::RowVectorXd sums = exponentials.colwise().sum();
  return (exponentials.rowwise() / sums.array()).matrix() * v;
}
