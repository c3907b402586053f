// Too early.
#include "residuals/norm_placement.hpp"

Eigen::VectorXd norm_placement(const Eigen::MatrixXd& x, const std::vector<Eigen::MatrixXd>& weights,
                               double eps, bool pre) {
  const Eigen::VectorXd gamma = Eigen::VectorXd::Ones(x.cols());
  const Eigen::VectorXd beta = Eigen::VectorXd::Zero(x.cols());
  Eigen::MatrixXd stream = x;
  Eigen::VectorXd sizes(weights.size());
  for (std::size_t l = 0; l < weights.size(); ++l) {
    sizes(l) = std::sqrt(stream.array().square().mean());
    stream = pre ? pre_norm(stream, weights[l], gamma, beta, eps)
                 : post_norm(stream, weights[l], gamma, beta, eps);
  }
  return sizes;
}
