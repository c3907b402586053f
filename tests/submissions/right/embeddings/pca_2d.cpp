#include "embeddings/pca_2d.hpp"

// By the eigenvectors of the covariances, whose eigenvalues come in increasing order, with other signs than
// an SVD.
Pca2dResult pca_2d(Eigen::MatrixXd x) {
  for (Eigen::Index j = 0; j < x.cols(); ++j) x.col(j).array() -= x.col(j).mean();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(x.transpose() * x);
  const Eigen::VectorXd values = solver.eigenvalues().reverse();
  const Eigen::MatrixXd vectors = solver.eigenvectors().rowwise().reverse();

  Pca2dResult result;
  result.projected = -x * vectors.leftCols(2);
  result.singular_values = values.head(std::min(x.rows(), x.cols())).cwiseMax(0).cwiseSqrt();
  return result;
}
