#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::MatrixXd& dy) {
  return {dy * w.transpose(), x.transpose() * dy, dy.colwise().mean()};
}
