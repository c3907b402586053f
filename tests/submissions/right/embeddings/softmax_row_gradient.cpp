#include "embeddings/softmax_row_gradient.hpp"

Eigen::MatrixXd softmax_row_gradient(const Eigen::VectorXd& h, Eigen::VectorXd p, std::int64_t target) {
  Eigen::MatrixXd gradient(p.size(), h.size());
  for (Eigen::Index v = 0; v < p.size(); ++v)
    for (Eigen::Index j = 0; j < h.size(); ++j) gradient(v, j) = (v == target ? p[v] - 1 : p[v]) * h[j];
  return gradient;
}
