#include "residuals/residual_add.hpp"

Eigen::MatrixXd residual_add(Eigen::MatrixXd x, Eigen::MatrixXd fx) {
  for (int row = 0; row < x.rows(); row++)
    for (int col = 0; col < x.cols(); col++) x(row, col) = x(row, col) + fx(row, col);
  return x;
}
