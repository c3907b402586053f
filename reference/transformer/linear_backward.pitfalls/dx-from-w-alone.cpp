// The derivative of the sum of y.
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  const Eigen::RowVectorXd sums = w.rowwise().sum().transpose();
  return {sums.replicate(x.rows(), 1), x.transpose() * dy, dy.colwise().sum().transpose()};
}
