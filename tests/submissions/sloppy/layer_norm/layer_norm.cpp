#include "layer_norm/layer_norm.hpp"

Eigen::MatrixXd layer_norm(Eigen::MatrixXd x, const Eigen::VectorXd& gamma, const Eigen::VectorXd& beta, double eps) {
  for (Eigen::Index i = 0; i < x.rows(); ++i) {
    x.row(i).array() -= x.row(i).mean();
    const double var = x.row(i).squaredNorm() / double(x.cols());
    x.row(i) /= std::sqrt(var + eps);
    x.row(i) += beta.transpose();
    x.row(i) = x.row(i).cwiseProduct(gamma.transpose());
  }
  return x;
}
