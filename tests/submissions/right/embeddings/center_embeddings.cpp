#include "embeddings/center_embeddings.hpp"

Eigen::MatrixXd center_embeddings(Eigen::MatrixXd x) {
  for (Eigen::Index d = 0; d < x.cols(); ++d) {
    double sum = 0;
    for (Eigen::Index i = 0; i < x.rows(); ++i) sum += x(i, d);
    const double mean = sum / double(x.rows());
    for (Eigen::Index i = 0; i < x.rows(); ++i) x(i, d) -= mean;
  }
  return x;
}
