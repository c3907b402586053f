#include "residuals/norm_placement.hpp"

namespace {

using Matrix = Eigen::MatrixXd;

Matrix normalized(Matrix rows, double eps) {
  for (auto row : rows.rowwise()) {
    row.array() -= row.mean();
    row /= std::sqrt(row.squaredNorm() / row.size() + eps);
  }
  return rows;
}

}  // namespace

Eigen::VectorXd norm_placement(Matrix s, const std::vector<Matrix>& weights, double eps, bool pre) {
  std::vector<double> sizes;
  for (const Matrix& w : weights) {
    if (pre)
      s += normalized(s, eps) * w;
    else
      s = normalized(s + s * w, eps);
    sizes.push_back(s.norm() / std::sqrt(s.size()));
  }
  return Eigen::Map<Eigen::VectorXd>(sizes.data(), sizes.size());
}
