// Divides by the root of N - 1.
#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXd centred = x.rowwise() - x.colwise().mean();
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(centred, Eigen::ComputeThinV);
  const double degrees = static_cast<double>(x.rows() - 1);
  return {centred * svd.matrixV().leftCols(2), svd.singularValues() / std::sqrt(degrees)};
}
