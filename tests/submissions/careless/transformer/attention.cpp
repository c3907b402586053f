#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd weights = (q * k.transpose() / std::sqrt(double(q.cols()))).array().exp();
  if (mask) weights = weights.cwiseProduct(mask->cast<double>());
  for (Eigen::Index i = 0; i < weights.rows(); ++i) weights.row(i) /= weights.row(i).sum();
  return weights * v;
}
