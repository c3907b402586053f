// verdict: wrong_shape
// fails: worked-example
// The gradient of w by outputs and inputs.
#include "transformer/linear_backward.hpp"

LinearBackwardResult linear_backward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w,
                                     const Eigen::MatrixXd& dy) {
  Eigen::MatrixXd dw(w.cols(), w.rows());
  for (Eigen::Index o = 0; o < w.cols(); ++o)
    for (Eigen::Index i = 0; i < w.rows(); ++i) dw(o, i) = dy.col(o).dot(x.col(i));
  Eigen::VectorXd db(w.cols());
  for (Eigen::Index o = 0; o < w.cols(); ++o) db(o) = dy.col(o).sum();
  return {dy * w.transpose(), dw, db};
}
