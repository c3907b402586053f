// exercise: vectors/outer
// attack: returns a matrix of nine million elements
// verdict: wrong_shape
// limits: exercise_time_s: 3

#include "vectors/outer.hpp"

Eigen::MatrixXd outer(const Eigen::VectorXd&, const Eigen::VectorXd&) {
  return Eigen::MatrixXd::Constant(3000, 3000, 666);
}
