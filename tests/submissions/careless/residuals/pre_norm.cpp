#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                         const Eigen::VectorXd& beta, double eps) {
  Eigen::MatrixXf y = x.cast<float>();
  for (Eigen::Index i = 0; i < y.rows(); ++i) {
    const float mean = y.row(i).mean();
    y.row(i).array() -= mean;
    y.row(i) /= std::sqrt(y.row(i).squaredNorm() / float(y.cols()) + float(eps));
  }
  Eigen::MatrixXd normalized = y.cast<double>() * gamma.asDiagonal();
  normalized.rowwise() += beta.transpose();
  return x + normalized * w;
}
