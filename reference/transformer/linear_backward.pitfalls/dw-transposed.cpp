// Outputs by inputs.
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  return {dy * w.transpose(), dy.transpose() * x, dy.colwise().sum().transpose()};
}
