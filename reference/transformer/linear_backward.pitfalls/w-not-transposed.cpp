// The way forwards instead of back.
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  return {dy * w, x.transpose() * dy, dy.colwise().sum().transpose()};
}
