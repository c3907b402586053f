#include "transformer/feed_forward.hpp"

Eigen::MatrixXd feed_forward(const Eigen::MatrixXd& x, const Eigen::MatrixXd& w1, const Eigen::VectorXd& b1,
                             const Eigen::MatrixXd& w2, const Eigen::VectorXd& b2) {
  Eigen::MatrixXf hidden = x.cast<float>() * w1.cast<float>();
  hidden.rowwise() += b1.transpose().cast<float>();
  hidden = hidden.unaryExpr([](float v) { return 0.5f * v * (1.0f + std::erf(v * float(M_SQRT1_2))); }).eval();
  Eigen::MatrixXf y = hidden * w2.cast<float>();
  y.rowwise() += b2.transpose().cast<float>();
  return y.cast<double>();
}
