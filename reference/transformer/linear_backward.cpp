// The chain rule for y = x w + b, summed over the rows; Rumelhart, Hinton and Williams, "Learning
// representations by back-propagating errors", 1986, in matrices.
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  return {dy * w.transpose(), x.transpose() * dy, dy.colwise().sum().transpose()};
}
