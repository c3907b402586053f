#include "transformer/linear_backward.hpp"

// Every product y(t, o) += x(t, i) * w(i, o) of the way forwards sends dy(t, o) to both of its factors.
LinearBackwardResult linear_backward(Eigen::MatrixXd x, Eigen::MatrixXd w, Eigen::MatrixXd dy) {
  LinearBackwardResult result;
  result.dx = Eigen::MatrixXd::Zero(x.rows(), x.cols());
  result.dw = Eigen::MatrixXd::Zero(w.rows(), w.cols());
  result.db = Eigen::VectorXd::Zero(w.cols());
  for (int t = 0; t < dy.rows(); t++)
    for (int o = 0; o < dy.cols(); o++) {
      result.db(o) += dy(t, o);
      for (int i = 0; i < x.cols(); i++) {
        result.dx(t, i) += dy(t, o) * w(i, o);
        result.dw(i, o) += dy(t, o) * x(t, i);
      }
    }
  return result;
}
