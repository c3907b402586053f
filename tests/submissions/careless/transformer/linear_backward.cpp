#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w, const Eigen::MatrixXd& dy) {
  const Eigen::MatrixXf d = dy.cast<float>();
  const Eigen::MatrixXf dx = d * w.cast<float>().transpose();
  const Eigen::MatrixXf dw = x.cast<float>().transpose() * d;
  const Eigen::VectorXf db = d.colwise().sum().transpose();
  return {dx.cast<double>(), dw.cast<double>(), db.cast<double>()};
}
