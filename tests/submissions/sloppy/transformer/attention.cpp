#include "transformer/attention.hpp"

Eigen::MatrixXd attention(const Eigen::MatrixXd& q, const Eigen::MatrixXd& k, const Eigen::MatrixXd& v,
                          const std::optional<Eigen::MatrixX<bool>>& mask) {
  Eigen::MatrixXd p = q * k.transpose() / std::sqrt(double(q.cols()));
  for (auto row : p.rowwise()) {
    row = (row.array() - row.maxCoeff()).exp();
    row /= row.sum();
  }
  if (mask) p = p.cwiseProduct(mask->cast<double>());
  return p * v;
}
