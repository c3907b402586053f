// verdict: wrong_answer
// fails: worked-example
// Eigenvalues in increasing order.
#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXd centred = x.rowwise() - x.colwise().mean();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(centred.transpose() * centred);
  const Eigen::Index count = std::min(x.rows(), x.cols());
  return {centred * solver.eigenvectors().leftCols(2),
          solver.eigenvalues().head(count).cwiseAbs().cwiseSqrt()};
}
