#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(const Eigen::MatrixXd& x, const Eigen::VectorXd& gamma,
                           const Eigen::VectorXd& beta, double eps) {
  Eigen::MatrixXf y = x.cast<float>();
  const Eigen::RowVectorXf scale = gamma.cast<float>();
  const Eigen::RowVectorXf shift = beta.cast<float>();
  for (Eigen::Index i = 0; i < y.rows(); ++i) {
    const float mean = y.row(i).mean();
    const float variance = y.row(i).squaredNorm() / float(y.cols()) - mean * mean;
    y.row(i) = (y.row(i).array() - mean) / std::sqrt(variance + float(eps)) * scale.array() + shift.array();
  }
  return y.cast<double>();
}
