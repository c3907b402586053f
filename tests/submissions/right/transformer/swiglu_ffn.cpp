#include "transformer/swiglu_ffn.hpp"

static double silu(double z) { return z / (1.0 + std::exp(-z)); }

Eigen::MatrixXd swiglu_ffn(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w_gate,
                           const Eigen::MatrixXd& w_up, const Eigen::MatrixXd& w_down) {
  Eigen::MatrixXd y = Eigen::MatrixXd::Zero(x.rows(), w_down.cols());
  for (Eigen::Index t = 0; t < x.rows(); ++t)
    for (Eigen::Index h = 0; h < w_gate.cols(); ++h)
      y.row(t) += silu(x.row(t).dot(w_gate.col(h))) * x.row(t).dot(w_up.col(h)) * w_down.row(h);
  return y;
}
