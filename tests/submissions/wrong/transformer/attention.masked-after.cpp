// verdict: wrong_answer
// fails: masked
// Multiplies the finished weights by the mask.
#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd weights = (q / std::sqrt(static_cast<double>(k.cols()))) * k.transpose();
  for (Eigen::Index i = 0; i < weights.rows(); ++i) {
    const double largest = weights.row(i).maxCoeff();
    weights.row(i) = (weights.row(i).array() - largest).exp();
    weights.row(i) /= weights.row(i).sum();
  }
  if (mask) weights = weights.cwiseProduct(mask->cast<double>());
  return weights * v;
}
