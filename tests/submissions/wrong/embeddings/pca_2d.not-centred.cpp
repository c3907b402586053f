// verdict: wrong_answer
// fails: worked-example
// Both sides of the decomposition, none of the mean.
#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  Eigen::JacobiSVD<Eigen::MatrixXd> svd(x, Eigen::ComputeThinU | Eigen::ComputeThinV);
  Eigen::MatrixXd picture(x.rows(), 2);
  for (Eigen::Index i = 0; i < x.rows(); ++i)
    for (Eigen::Index k = 0; k < 2; ++k) picture(i, k) = x.row(i).dot(svd.matrixV().col(k));
  return {picture, svd.singularValues()};
}
