#include "residuals/norm_placement.hpp"

Eigen::VectorXd norm_placement(Eigen::MatrixXd x, const std::vector<Eigen::MatrixXd>& weights, double eps, bool pre) {
  const Eigen::VectorXd one = Eigen::VectorXd::Ones(x.cols());
  const Eigen::VectorXd zero = Eigen::VectorXd::Zero(x.cols());
  Eigen::VectorXd sizes(weights.size());
  for (std::size_t l = 0; l < weights.size(); ++l) {
    sizes[l] = std::sqrt(x.squaredNorm() / double(x.size()));
    x = pre ? pre_norm(x, weights[l], one, zero, eps) : post_norm(x, weights[l], one, zero, eps);
  }
  return sizes;
}
