#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(Eigen::MatrixXd x) {
  for (Eigen::Index i = 0; i < x.rows(); ++i) x.row(i) -= x.colwise().mean();
  return x;
}
