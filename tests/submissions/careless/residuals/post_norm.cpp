#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  Eigen::MatrixXf y = x.cast<float>() + x.cast<float>() * w.cast<float>();
  for (Eigen::Index i = 0; i < y.rows(); ++i) {
    const float mean = y.row(i).mean();
    y.row(i).array() -= mean;
    y.row(i) /= std::sqrt(y.row(i).squaredNorm() / float(y.cols()) + float(eps));
  }
  Eigen::MatrixXd result = y.cast<double>() * gamma.asDiagonal();
  result.rowwise() += beta.transpose();
  return result;
}
