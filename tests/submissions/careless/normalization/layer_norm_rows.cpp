#include "normalization/layer_norm_rows.hpp"

Eigen::MatrixXd layer_norm_rows(const Eigen::MatrixXd& x, double eps) {
  Eigen::MatrixXf y = x.cast<float>();
  for (Eigen::Index i = 0; i < y.rows(); ++i) {
    const float mean = y.row(i).mean();
    y.row(i).array() -= mean;
    y.row(i) /= std::sqrt(y.row(i).squaredNorm() / float(y.cols()) + float(eps));
  }
  return y.cast<double>();
}
