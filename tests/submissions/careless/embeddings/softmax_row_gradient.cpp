#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, const Eigen::VectorXd& p, std::int64_t target) {
  Eigen::VectorXf error = p.cast<float>();
  error(target) -= 1.0f;
  return (error * h.cast<float>().transpose()).cast<double>();
}
