#include "embeddings/pca_2d.hpp"

// The squares of the singular values are the eigenvalues of XᵀX.
Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXd centred = x.rowwise() - x.colwise().mean();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(centred.transpose() * centred);
  const Eigen::MatrixXd vectors = solver.eigenvectors().rowwise().reverse();
  const Eigen::VectorXd values = solver.eigenvalues().reverse();
  const Eigen::Index count = std::min(x.rows(), x.cols());
  return {centred * vectors.leftCols(2), values.head(count).cwiseMax(0).cwiseSqrt()};
}
