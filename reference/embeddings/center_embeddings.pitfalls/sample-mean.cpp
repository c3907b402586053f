// Divides by N - 1.
#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) {
  return x.rowwise() - x.colwise().sum() / static_cast<double>(x.rows() - 1);
}
