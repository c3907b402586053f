#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index t = 0; t < x.rows(); t++) {
    const Eigen::RowVectorXd sum = x.row(t) + x.row(t) * w;
    const double mean = sum.sum() / sum.size();
    const double variance = (sum.array() - mean).pow(2).sum() / sum.size();
    for (Eigen::Index d = 0; d < x.cols(); d++)
      y(t, d) = (sum(d) - mean) / std::sqrt(variance + eps) * gamma(d) + beta(d);
  }
  return y;
}
