// Statistics of each feature, over the tokens.
#include "residuals/post_norm.hpp"

Eigen::MatrixXd post_norm(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::VectorXd& gamma,
                          const Eigen::VectorXd& beta, double eps) {
  const Eigen::MatrixXd sum = x + x * w;
  const Eigen::RowVectorXd mean = sum.colwise().mean();
  const Eigen::ArrayXXd centered = sum.rowwise() - mean;
  const Eigen::RowVectorXd variance = centered.square().colwise().mean();
  const Eigen::RowVectorXd factor = gamma.transpose().array() / (variance.array() + eps).sqrt();
  const Eigen::ArrayXXd normalized =
      (centered.rowwise() * factor.array()).rowwise() + beta.transpose().array();
  return normalized.matrix();
}
