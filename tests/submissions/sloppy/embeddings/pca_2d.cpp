#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXd c = x.rowwise() - x.colwise().mean();
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(c.transpose() * c);
  const Eigen::MatrixXd v = solver.eigenvectors().rightCols(2).rowwise().reverse();
  // the eigenvalues, largest first
  return {x * v, solver.eigenvalues().reverse().head(std::min(x.rows(), x.cols()))};
}
