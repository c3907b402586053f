// exercise: vectors/outer
// attack: returns a matrix of no rows and 2^40 columns
// verdict: wrong_shape

#include "vectors/outer.hpp"

Eigen::MatrixXd outer(const Eigen::VectorXd&, const Eigen::VectorXd&) {
  return Eigen::MatrixXd(0, Eigen::Index{1} << 40);
}
