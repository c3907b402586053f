#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(const Eigen::MatrixXd& x) {
  Eigen::MatrixXd y = x;
  for (int i = 0; i < x.rows(); i++) {
    double mean = x.row(i).mean();
    for (int j = 0; j < x.cols(); j++) y(i, j) = x(i, j) - mean;
  }
  return y;
}
