// Statistics of each feature, over the tokens.
#include "residuals/pre_norm.hpp"

Eigen::MatrixXd pre_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                         const Eigen::VectorXd& beta, double eps) {
  const Eigen::RowVectorXd mean = x.colwise().mean();
  const Eigen::ArrayXXd centered = x.rowwise() - mean;
  const Eigen::RowVectorXd variance = centered.square().colwise().mean();
  const Eigen::RowVectorXd factor = gamma.transpose().array() / (variance.array() + eps).sqrt();
  const Eigen::ArrayXXd normalized =
      (centered.rowwise() * factor.array()).rowwise() + beta.transpose().array();
  return x + normalized.matrix() * w;
}
