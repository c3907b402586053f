// exercise: vectors/outer
// attack: returns the right numbers in one row
// verdict: wrong_shape

#include "vectors/outer.hpp"

Eigen::MatrixXd outer(const Eigen::VectorXd& u, const Eigen::VectorXd& v) {
  const Eigen::MatrixXd product = v * u.transpose();
  return Eigen::Map<const Eigen::MatrixXd>(product.data(), 1, product.size());
}
