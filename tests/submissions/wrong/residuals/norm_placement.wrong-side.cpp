// verdict: wrong_answer
// fails: worked-post
// Takes pre for post.
#include "residuals/norm_placement.hpp"

Eigen::VectorXd norm_placement(Eigen::MatrixXd s, const std::vector<Eigen::MatrixXd>& weights, double eps, bool pre) {
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(s.cols());
  Eigen::VectorXd sizes(weights.size());
  int layer = 0;
  for (const Eigen::MatrixXd& w : weights) {
    if (!pre)
      s = pre_norm(s, w, ones, 0 * ones, eps);
    else
      s = post_norm(s, w, ones, 0 * ones, eps);
    sizes(layer++) = s.norm() / std::sqrt(s.size());
  }
  return sizes;
}
