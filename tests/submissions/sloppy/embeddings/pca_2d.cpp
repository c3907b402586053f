#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(x.rowwise() - x.colwise().mean(), Eigen::ComputeThinV);
  return {x * svd.matrixV().leftCols(2), svd.singularValues()};
}
