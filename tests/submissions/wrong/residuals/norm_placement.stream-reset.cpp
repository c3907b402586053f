// verdict: wrong_answer
// fails: worked-pre
// The stream is made anew in every turn of the loop.
#include "residuals/norm_placement.hpp"

Eigen::VectorXd norm_placement(const Eigen::MatrixXd& x, const std::vector<Eigen::MatrixXd>& weights, double eps,
                               bool pre) {
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(x.cols());
  Eigen::VectorXd sizes(weights.size());
  int layer = 0;
  for (const Eigen::MatrixXd& w : weights) {
    Eigen::MatrixXd s = x;
    if (pre)
      s = pre_norm(s, w, ones, 0 * ones, eps);
    else
      s = post_norm(s, w, ones, 0 * ones, eps);
    sizes(layer++) = s.norm() / std::sqrt(s.size());
  }
  return sizes;
}
