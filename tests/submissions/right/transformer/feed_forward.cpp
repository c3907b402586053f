#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXd y(x.rows(), x.cols());
  for (Eigen::Index t = 0; t < x.rows(); ++t) {
    const Eigen::VectorXd hidden = w1.transpose() * x.row(t).transpose() + b1;
    y.row(t) = (w2.transpose() * gelu(hidden) + b2).transpose();
  }
  return y;
}
