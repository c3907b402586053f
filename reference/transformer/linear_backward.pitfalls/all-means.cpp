// Means over the positions for all weights.
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  return {dy * w.transpose(), x.transpose() * dy / static_cast<double>(x.rows()),
          dy.colwise().mean().transpose()};
}
