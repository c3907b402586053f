// The mean of each row.
#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXd centred = x.colwise() - x.rowwise().mean();
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(centred, Eigen::ComputeThinV);
  return {centred * svd.matrixV().leftCols(2), svd.singularValues()};
}
