// verdict: wrong_answer
// fails: worked-example
// Averages the gradient of b over the positions.
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  Eigen::VectorXd db = Eigen::VectorXd::Zero(w.cols());
  for (Eigen::Index t = 0; t < dy.rows(); ++t) db += dy.row(t) / static_cast<double>(dy.rows());
  return {dy * w.transpose(), x.transpose() * dy, db};
}
