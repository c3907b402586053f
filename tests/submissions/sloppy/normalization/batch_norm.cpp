#include "normalization/batch_norm.hpp"

using namespace Eigen;

MatrixXd batch_norm(MatrixXd x, double eps) {
  x.rowwise() -= x.colwise().mean();
  const RowVectorXd var = x.cwiseAbs2().colwise().mean();
  return x.array().rowwise() / (var.array().sqrt() + eps);
}
