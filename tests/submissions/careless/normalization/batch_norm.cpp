#include "normalization/batch_norm.hpp"

Eigen::MatrixXd batch_norm(const Eigen::MatrixXd& x, double eps) {
  // mean of the squares minus square of the mean: one pass over the data
  const Eigen::RowVectorXd mean = x.colwise().mean();
  const Eigen::ArrayXXd squares = x.array().square();
  const Eigen::Array<double, 1, Eigen::Dynamic> variance =
      squares.colwise().mean() - mean.array().square();
  Eigen::ArrayXXd y = (x.rowwise() - mean).array();
  y.rowwise() /= (variance + eps).sqrt();
  return y.matrix();
}
