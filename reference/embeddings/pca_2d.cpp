// Pearson, "On Lines and Planes of Closest Fit to Systems of Points in Space", 1901, by the singular value
// decomposition of the centred data.
#include "embeddings/pca_2d.hpp"

Pca2dResult pca_2d(const Eigen::MatrixXd& x) {
  const Eigen::MatrixXd centred = x.rowwise() - x.colwise().mean();
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(centred, Eigen::ComputeThinV);
  Eigen::MatrixXd directions = svd.matrixV().leftCols(2);
  // Either sign is right. So that the same data always give the same picture, the largest component is
  // positive.
  for (auto direction : directions.colwise()) {
    Eigen::Index largest;
    direction.cwiseAbs().maxCoeff(&largest);
    direction *= std::copysign(1.0, direction(largest));
  }
  return {centred * directions, svd.singularValues()};
}
