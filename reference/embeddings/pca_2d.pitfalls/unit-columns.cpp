// Left singular vectors.
#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXd centred = x.rowwise() - x.colwise().mean();
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(centred, Eigen::ComputeThinU);
  return {svd.matrixU().leftCols(2), svd.singularValues()};
}
