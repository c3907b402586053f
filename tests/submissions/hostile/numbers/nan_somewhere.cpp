// exercise: vectors/outer
// attack: returns the right matrix but for one NaN
// verdict: not_finite

#include "vectors/outer.hpp"

Eigen::MatrixXd outer(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  Eigen::MatrixXd product = u * v.transpose();
  product(product.rows() - 1, product.cols() - 1) = std::nan("");
  return product;
}
