// Hides the future always.
#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd scores = q * k.transpose() / std::sqrt(static_cast<double>(k.cols()));
  const double hidden = -std::numeric_limits<double>::infinity();
  for (Eigen::Index i = 0; i < scores.rows(); ++i)
    for (Eigen::Index j = 0; j < scores.cols(); ++j)
      if (j > i || (mask && !(*mask)(i, j))) scores(i, j) = hidden;
  const Eigen::VectorXd largest = scores.rowwise().maxCoeff();
  const Eigen::ArrayXXd exponentials = (scores.colwise() - largest).array().exp();
  const Eigen::ArrayXd sums = exponentials.rowwise().sum();
  return (exponentials.colwise() / sums).matrix() * v;
}
